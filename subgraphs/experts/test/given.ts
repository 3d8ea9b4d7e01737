/** The experts and the directory on a PostgreSQL of their own, with the demo data, and people who ask. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { directory } from '@huizhen/directory';
import { createInternalTokens } from '@huizhen/platform/access/internal-token';
import { serviceViewer } from '@huizhen/platform/access/service-viewer';
import type { Role, Viewer } from '@huizhen/platform/access/viewer';
import { openKeyDirectory } from '@huizhen/platform/crypto/key-directory';
import { urlOfDatabase } from '@huizhen/platform/database/database-url';
import { startEmbeddedPostgres } from '@huizhen/platform/database/embedded-postgres';
import { prepareDatabase, urlOfSchema } from '@huizhen/platform/database/prepare-database';
import { startHost } from '@huizhen/platform/subgraph/subgraph-host';
import { createLogger } from '@huizhen/platform/telemetry/logger';
import { demoExpertId, demoId } from '@huizhen/schema/demo-ids';
import type { ConsultationTransition, EventType } from '@huizhen/schema/events';
import { uuidV7Ids } from '@huizhen/platform/time/clock';
import { experts } from '../src/index.ts';

/** A Wednesday at 10:00 in Shanghai. */
export const now = new Date('2026-05-06T02:00:00Z');
const logger = createLogger({ name: 'experts-test', level: 'error' });
const subgraphs = [directory, experts];

const nobody: Viewer = { ...serviceViewer('x'), subject: demoId('account', 99), displayName: '', service: null };
function person(role: Role, changes: Partial<Viewer>): Viewer {
  return { ...nobody, roles: [role], ...changes };
}

export const people = {
  requester: person('REQUESTER', {
    institutionId: demoId('institution', 1),
    practitionerId: demoId('practitioner', 1),
  }),
  requesterOfVillage: person('REQUESTER', { institutionId: demoId('institution', 4) }),
  coordinator: person('COORDINATOR', { institutionId: demoId('institution', 12), centre: true }),
  partner: person('PARTNER', { institutionId: demoId('institution', 1) }),
  patient: person('PATIENT', { patientId: demoId('patient', 1) }),
  auditor: person('AUDITOR', { institutionId: demoId('institution', 12) }),
  expert1: person('EXPERT', { institutionId: demoId('institution', 9), practitionerId: demoExpertId(1) }),
  expert2: person('EXPERT', { institutionId: demoId('institution', 10), practitionerId: demoExpertId(2) }),
  doctorWhoIsNoExpert: person('EXPERT', { practitionerId: demoId('practitioner', 2) }),
  consultations: serviceViewer('consultations'),
};

export async function expertsAtWork() {
  const folder = await mkdtemp(join(tmpdir(), 'huizhen-experts-'));
  const server = await startEmbeddedPostgres({ dataDir: join(folder, 'database'), logger });
  const plan = { adminUrl: server.url, database: 'huizhen', subgraphs, passwordOf: (schema: string) => `of-${schema}` };
  await prepareDatabase(plan);
  const keys = await openKeyDirectory(join(folder, 'keys'), {
    issuers: ['gateway', 'directory', 'experts', 'consultations'],
    environment: {},
  });
  const statements: string[] = [];
  const clock = { at: now.getTime() };
  const tokenOf = (viewer: Viewer | null) => {
    const issuer = viewer?.service ?? 'gateway';
    const privateKey = keys.internalPrivateKeys.get(issuer);
    if (!privateKey) throw new Error(`no key of ${issuer}`);
    const options = { issuer, privateKey, publicKeys: keys.internalPublicKeys };
    return createInternalTokens(options).mint({ viewer, purpose: null });
  };

  /** One process of the platform on this database. */
  async function startProcess() {
    const host = await startHost({
      subgraphs,
      urlOf: (schema) => urlOfSchema(plan, schema),
      keys,
      environment: { SECOND_FACTOR: 'optional' },
      logger,
      clock: { now: () => new Date(clock.at) },
      onStatement: (subgraph, sql) => void (subgraph === 'experts' && statements.push(sql)),
    });
    const running = (name: string) => {
      const found = host.subgraphs.get(name);
      if (!found) throw new Error(`${name} does not run`);
      return found;
    };
    return {
      running,
      ask: async (viewer: Viewer | null, query: string, variables: Record<string, unknown> = {}) =>
        running('experts').execute({ query, variables, token: await tokenOf(viewer), requestId: 'test' }),
      stop: () => host.stop(),
    };
  }

  const { running, ask, stop } = await startProcess();
  const asItself = (name: string, requestId: string) => ({ viewer: serviceViewer(name), requestId, purpose: null });
  for (const one of subgraphs) {
    await running(one.name).as(asItself(one.name, 'demo'), async (context) => one.demo?.(context, now));
  }
  return {
    statements,
    clock,
    databaseUrl: urlOfDatabase(server.url, plan.database),
    ask,
    startProcess,
    tell: (type: Extract<EventType, `consultation.${string}`>, payload: ConsultationTransition) =>
      running('experts').as(asItself('experts', 'told'), (context) =>
        context.transact(async ({ events }) => events.publish(type, payload)),
      ),
    async stop() {
      await stop();
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

type InvitationState = ConsultationTransition['invitations'][number];

/** What a consultation tells after a change of one invitation. */
export function consultationWith(
  invitation: Partial<InvitationState> & { expertId: string },
  status = 'PENDING',
): ConsultationTransition {
  const facts = { institutionId: demoId('institution', 1), specialty: '心血管内科', status, urgency: 'ROUTINE' };
  return {
    consultationId: uuidV7Ids.next(),
    patientId: demoId('patient', 1),
    institutionId: facts.institutionId,
    requesterId: demoId('practitioner', 1),
    kind: 'CONSULTATION',
    expertIds: [invitation.expertId],
    actorId: null,
    timelineEntryId: uuidV7Ids.next(),
    before: null,
    after: facts,
    invitations: [
      {
        id: uuidV7Ids.next(),
        status: 'REQUESTED',
        declineReason: null,
        invitedAt: minutesAgo(60),
        respondBy: minutesAgo(45),
        respondedAt: null,
        ...invitation,
      },
    ],
  };
}

export function minutesAgo(minutes: number): string {
  return new Date(now.getTime() - minutes * 60_000).toISOString();
}
