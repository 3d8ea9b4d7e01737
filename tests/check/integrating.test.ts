/** The guide for integrators tells every code of the contract, leads nowhere that is not there, and names what the graph has. */
import { access, readFile } from 'node:fs/promises';
import { liveLimits } from '@huizhen/gateway/subscriptions/live-limits';
import { errorCodes } from '@huizhen/platform/errors/error-code';
import { errorCodes as codesOfSdk } from '@huizhen/sdk';
import { expect, test } from 'vitest';

const at = new URL('../../docs/integrating.md', import.meta.url);
const guide = await readFile(at, 'utf8');
const api = await readFile(new URL('../../schema/api.graphql', import.meta.url), 'utf8');

test('its codes are those of the contract, and the SDK knows them all', () => {
  const told = [...guide.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, code]) => code);
  expect(told).toEqual([...errorCodes]);
  expect(codesOfSdk).toEqual(errorCodes);
});

test('its links lead somewhere', async () => {
  const links = [...guide.matchAll(/\]\(([^)]+)\)/g)].map(([, link = '']) => link);
  expect(links.length).toBeGreaterThan(5);
  for (const link of links) await expect(access(new URL(link, at)), link).resolves.toBeUndefined();
});

test('the operations that it names are there', () => {
  const named = [
    'signIn',
    'refreshSession',
    'linkIdentity',
    'registerPartnerApp',
    'recordConsent',
    'requestImagingUpload',
  ];
  for (const name of [...named, 'consultationQueue', 'consultationChanged', 'stepsToDo', 'availableActions']) {
    expect(guide).toContain(name);
    expect(api).toMatch(new RegExp(`^ {2}${name}\\b`, 'm'));
  }
});

test('its figures are those of the gateway', () => {
  expect(guide).toContain(`at most ${liveLimits.connectionsPerViewer} live connections`);
  expect(guide).toContain(`at most ${liveLimits.subscriptionsPerSocket} subscriptions`);
});
