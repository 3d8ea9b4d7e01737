/** What a patient's insurance pays; for services, which split fees by it. */
import { allow } from '@huizhen/platform/access/allow';
import { deny } from '@huizhen/platform/access/decision';
import { z } from 'zod';
import type { Coverage, CoverageTerms } from '../domain/coverage.ts';
import type { PatientsContext } from '../store/patients.store.ts';
import { isUuid } from '../domain/is-uuid.ts';

export interface CoverageAnswer extends CoverageTerms {
  /** The managing institution is of the lowest tier, where many schemes pay more. */
  readonly grassrootsInstitution: boolean;
}

const document = `query Level($of: [_Any!]!) { _entities(representations: $of) { ... on Institution { level } } }`;
const answer = z.object({ _entities: z.array(z.object({ level: z.string() }).nullable()) });
const grassroots = ['VILLAGE_CLINIC', 'TOWNSHIP_CLINIC', 'COMMUNITY_CENTRE'];
const servicesOnly = deny(
  'FORBIDDEN',
  'Only the services of the platform may ask this; people find their share on the invoice.',
);

/** Null for a patient without known insurance. */
export async function coverageOfPatient(context: PatientsContext, patientId: string): Promise<CoverageAnswer | null> {
  if (context.signedIn().service === null) await refuse(context, patientId);
  // In an operation of its own, so that no transaction is open while the directory is asked.
  const coverage = await context.asService((own) =>
    own.read(async ({ coverages, audit }) => {
      const found = isUuid(patientId) ? await coverages.ofPatient(patientId) : null;
      if (found) audit.read('coverage.read', [{ id: patientId, patientId }]);
      return found;
    }),
  );
  return (
    coverage && { ...termsOf(coverage), grassrootsInstitution: await isGrassroots(context, coverage.institutionId) }
  );
}

function refuse(context: PatientsContext, patientId: string): Promise<void> {
  return context.read(async () => allow(servicesOnly, 'coverage.read', { id: patientId, patientId: null }));
}

function termsOf({ patientId: _patient, institutionId: _institution, ...terms }: Coverage): CoverageTerms {
  return terms;
}

async function isGrassroots(context: PatientsContext, id: string): Promise<boolean> {
  const variables = { of: [{ __typename: 'Institution', id }] };
  const { _entities } = await context.ask({ subgraph: 'directory', document, variables, answer, asService: true });
  return grassroots.includes(_entities[0]?.level ?? '');
}
