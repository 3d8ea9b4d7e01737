/** The experts who fit best, every point explained. For requesters, coordinators, partner apps and services. */
import { allow } from '@huizhen/platform/access/allow';
import { BadUserInput, type FieldFault } from '@huizhen/platform/errors/expected-errors';
import { z } from 'zod';
import type { ExpertMatch } from '../domain/expert-matching.ts';
import { matchingInstitution, mayMatchExperts } from '../domain/expert-policy.ts';
import { icd10Entry } from '../domain/icd10.ts';
import type { Urgency } from '../domain/urgency.ts';
import { expertsInMemory } from '../memory/experts-in-memory.ts';
import type { ExpertsContext } from '../store/experts.store.ts';

export interface MatchQuestion {
  readonly specialty: string;
  readonly diseaseCode?: string | null;
  readonly urgency: Urgency;
  readonly institutionId?: string | null;
  /** null: the usual few. */
  readonly first: number | null;
  readonly excludingExpertIds: readonly string[];
}

const MOST = 100;
export const USUALLY = 3;
const agreementsAnswer = z.object({ agreementsInForce: z.array(z.string()) });

export async function matchExperts(context: ExpertsContext, question: MatchQuestion): Promise<ExpertMatch[]> {
  const institutionId = await askingInstitution(context, question.institutionId ?? null);
  refuseFaults(question);
  const agreements = institutionId === null ? null : await agreementsOf(context, institutionId);
  const index = await expertsInMemory(context).current(context);
  return index.match({
    specialty: question.specialty.trim(),
    diseaseCode: question.diseaseCode ?? null,
    urgency: question.urgency,
    agreements,
    excluding: new Set(question.excludingExpertIds),
    first: question.first ?? USUALLY,
    now: context.clock.now(),
  });
}

async function askingInstitution(context: ExpertsContext, named: string | null): Promise<string | null> {
  const viewer = context.signedIn();
  const institutionId = matchingInstitution(viewer, named);
  const decision = mayMatchExperts(viewer, institutionId);
  const denied = async () => allow(decision, 'expert.match', { id: viewer.subject, patientId: null });
  // Within a transaction, so that the denial is recorded.
  if (!decision.allowed) await context.read(denied);
  return institutionId;
}

function refuseFaults({ specialty, diseaseCode, first }: MatchQuestion): void {
  const faults: FieldFault[] = [];
  if (specialty.trim() === '') faults.push({ path: 'input.specialty', message: 'name the specialty that is wanted' });
  if (typeof diseaseCode === 'string' && icd10Entry(diseaseCode) === null) {
    faults.push({
      path: 'input.diseaseCode',
      message: 'is no ICD-10 code, such as I10 or I25.1: mend it or leave it out',
    });
  }
  if (first !== null && (first < 1 || first > MOST))
    faults.push({ path: 'input.first', message: `must be from 1 to ${MOST}` });
  if (faults.length > 0) throw new BadUserInput(faults);
}

async function agreementsOf(context: ExpertsContext, institutionId: string): Promise<ReadonlySet<string>> {
  const { agreementsInForce } = await context.ask({
    subgraph: 'directory',
    document: 'query AgreementsInForce($institutionId: ID!) { agreementsInForce(institutionId: $institutionId) }',
    variables: { institutionId },
    answer: agreementsAnswer,
  });
  return new Set(agreementsInForce);
}
