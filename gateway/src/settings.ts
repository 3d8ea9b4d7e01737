/** Settings of the platform as a whole: where it listens, where it keeps its data, who may call it. */
import { defineSettings, type SettingsOf } from '@huizhen/platform/config/settings';
import { z } from 'zod';
import { sourceSettings } from './sources/source-settings.ts';
import { topologies } from './topology/topologies.ts';

const port = z.coerce.number('must be a number').int().min(0).max(65_535);
const perMinute = z.coerce.number('must be a number').int().min(1).max(1_000_000_000);
const list = z.string().transform((text) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== ''),
);

export const platformSettings = defineSettings({
  PORT: { schema: port.default(4000), about: 'The port of the one endpoint; 0 takes a free one.', example: '4000' },
  HOST: { schema: z.string().default('127.0.0.1'), about: 'The address to listen on.', example: '0.0.0.0' },
  DATA_DIR: {
    schema: z.string().default('.data'),
    about: 'Where the built-in database, images and keys lie.',
    example: '/var/lib/huizhen',
  },
  KEYS_DIR: {
    schema: z.string().optional(),
    about: 'Where the keys lie; DATA_DIR/keys without it.',
    example: '/run/secrets/huizhen',
  },
  DATABASE_URL: {
    schema: z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgres:// address' }).optional(),
    about: 'A PostgreSQL 15 or later to use instead of the built-in one; the user may create roles and schemas.',
    example: 'postgres://admin:secret@db:5432/huizhen',
  },
  TOPOLOGY: {
    schema: z.enum(topologies).default('in-process'),
    about: 'All in one process, or the gateway and each subgraph in their own.',
    example: 'in-process',
  },
  NODE_ENV: {
    schema: z.enum(['production', 'development', 'test']).default('development'),
    about: 'In production there are no demo data, no playground and no introspection.',
    example: 'production',
  },
  DEMO: {
    schema: z.enum(['on', 'off']).optional(),
    about: 'Demo data and accounts; on outside production.',
    example: 'off',
  },
  LOG_LEVEL: {
    schema: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('warn'),
    about: 'How much is logged.',
    example: 'info',
  },
  SLOW_OPERATION_MILLISECONDS: {
    schema: z.coerce.number().int().min(0).default(1_000),
    about: 'Operations that take longer are logged with their query plan; 0 for none.',
    example: '1000',
  },
  ALLOWED_ORIGINS: {
    schema: list.default([]),
    about: 'Origins of web pages, besides our own, that may call the endpoint; separated by commas.',
    example: 'https://his.example.cn',
  },
  OIDC_ISSUER: {
    schema: z.url().optional(),
    about: 'Accept the access tokens of this OpenID Connect issuer too.',
    example: 'https://id.example.cn',
  },
  OIDC_AUDIENCE: {
    schema: z.string().default('huizhen'),
    about: 'The audience that those tokens must name.',
    example: 'huizhen',
  },
  EXECUTOR: {
    schema: z.enum(['compiled', 'apollo']).default('compiled'),
    about: 'What runs query plans: our own executor, or the one of @apollo/gateway to fall back on.',
    example: 'compiled',
  },
  TRUSTED_DOCUMENTS: {
    schema: z.enum(['required', 'optional']).optional(),
    about: 'Whether partner apps may ask only with documents that they have published; required in production.',
    example: 'required',
  },
  RATE_LIMIT_VIEWER_PER_MINUTE: {
    schema: perMinute.default(1_200),
    about: 'How many operations one signed-in person may ask for in a minute, over all gateways.',
    example: '1200',
  },
  RATE_LIMIT_PARTNER_PER_MINUTE: {
    schema: perMinute.default(6_000),
    about: 'The same for one partner app.',
    example: '6000',
  },
  RATE_LIMIT_ANONYMOUS_PER_MINUTE: {
    schema: perMinute.default(120),
    about:
      'The same for one network address before sign-in: signing in, refreshing, asking for tokens; raise it where many share one.',
    example: '120',
  },
  TRUSTED_PROXIES: {
    schema: z.coerce.number('must be a number').int().min(0).max(10).default(0),
    about: 'How many proxies stand before the gateway and add to X-Forwarded-For whom they saw.',
    example: '1',
  },
  MAX_BODY_MEGABYTES: {
    schema: z.coerce.number().min(1).max(64).default(8),
    about: 'The largest GraphQL request, which a FHIR bundle travels in; the query itself is limited to 64 KB.',
    example: '8',
  },
  SUPERGRAPH: {
    schema: z.string().optional(),
    about: 'The file of the supergraph, if it is not the checked-in one; SIGHUP reads it again.',
    example: '/etc/huizhen/supergraph.graphql',
  },
  SHARE_ANSWERS: {
    schema: z.enum(['on', 'off']).default('on'),
    about:
      'Equal queries of one person at the same time are answered by one execution. Off, if a balancer spreads one person over several gateways.',
    example: 'on',
  },
  LIVEKIT_URL: {
    schema: z.url({ protocol: /^wss?$/, error: 'must be a ws:// or wss:// address' }).optional(),
    about: 'The LiveKit server that media uses: the pages may reach no other host than this one and our own.',
    example: 'wss://video.example.cn',
  },
  ...sourceSettings,
});

export type PlatformSettings = SettingsOf<typeof platformSettings>;

export function isDemo(settings: PlatformSettings): boolean {
  return settings.NODE_ENV !== 'production' && settings.DEMO !== 'off';
}

export function trustedDocumentsOnly({ TRUSTED_DOCUMENTS, NODE_ENV }: PlatformSettings): boolean {
  return TRUSTED_DOCUMENTS === undefined ? NODE_ENV === 'production' : TRUSTED_DOCUMENTS === 'required';
}
