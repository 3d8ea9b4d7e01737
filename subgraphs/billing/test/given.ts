/** Billing with the facts that the others would tell it, and the people who look at bills. */
import { randomUUID } from 'node:crypto';
import { consultationTold, type TransitionType } from '../../../tests/harness/consultation-told.ts';
import { startLoneSubgraph, type Told } from '../../../tests/harness/lone-subgraph.ts';
import { person } from '../../../tests/harness/person.ts';
import type { YearlyCoverage } from '../src/domain/yearly-insurance.ts';
import { billing } from '../src/index.ts';

export const clinic = randomUUID();
export const elsewhere = randomUUID();

export const chief = randomUUID();
export const associate = randomUUID();
const titles: Readonly<Record<string, string>> = {
  [chief]: 'CHIEF_PHYSICIAN',
  [associate]: 'ASSOCIATE_CHIEF_PHYSICIAN',
};

export const people = {
  requester: person(['REQUESTER'], { institutionId: clinic, practitionerId: randomUUID() }),
  finance: person(['FINANCE'], { institutionId: clinic }),
  partner: person(['PARTNER'], { institutionId: clinic }),
  coordinator: person(['COORDINATOR'], { institutionId: randomUUID(), centre: true }),
  financeOfCentre: person(['FINANCE'], { institutionId: randomUUID(), centre: true }),
  expert: person(['EXPERT'], { institutionId: randomUUID(), practitionerId: chief }),
  otherExpert: person(['EXPERT'], { institutionId: randomUUID(), practitionerId: associate }),
  requesterElsewhere: person(['REQUESTER'], { institutionId: elsewhere, practitionerId: randomUUID() }),
  financeElsewhere: person(['FINANCE'], { institutionId: elsewhere }),
  pharmacist: person(['PHARMACIST'], { institutionId: clinic }),
  admin: person(['ADMIN'], { institutionId: clinic }),
} as const;

export const patient = (patientId: string) => person(['PATIENT'], { patientId });

export interface Case {
  readonly id: string;
  readonly patientId: string;
  kind: string;
  status: string;
  acceptedExpertIds: string[];
}

const insured: YearlyCoverage = {
  active: true,
  rateBasisPoints: 7_000,
  capPerVisitFen: 20_000,
  deductibleRemainingFen: 0,
  annualRemainingFen: 1_000_000,
};

export async function openBilling() {
  const cases = new Map<string, Case>();
  const coverages = new Map<string, YearlyCoverage | null>();
  const levels = new Map<string, string>([
    [clinic, 'TOWNSHIP_CLINIC'],
    [elsewhere, 'COUNTY_HOSPITAL'],
  ]);
  const subgraph = await startLoneSubgraph({
    subgraph: billing,
    contracts: {
      consultations: {
        sdl: `type Query { consultationFacts(id: ID!): ConsultationFacts }
          type ConsultationFacts { id: ID! patientId: ID! institutionId: ID! requesterId: ID! kind: String! status: String! acceptedExpertIds: [ID!]! }`,
        answers: {
          consultationFacts: ({ id }: { id: string }, viewer) =>
            viewer?.service === 'billing' ? { ...cases.get(id), institutionId: clinic } : null,
        },
      },
      experts: {
        sdl: 'type Query { expertProfiles(ids: [ID!]!): [ExpertProfile!]! } type ExpertProfile { id: ID! title: String! }',
        answers: { expertProfiles: ({ ids }: { ids: string[] }) => ids.map((id) => ({ id, title: titles[id] })) },
      },
      patients: {
        sdl: `type Query { coverage(patientId: ID!): Coverage institutionOfPatient(patientId: ID!): ID }
          type Coverage { scheme: String! active: Boolean! rateBasisPoints: Int! capPerVisitFen: Int! deductibleRemainingFen: Int! annualRemainingFen: Int! }`,
        answers: {
          coverage: ({ patientId }: { patientId: string }) =>
            coverages.has(patientId) ? coverages.get(patientId) : insured,
          institutionOfPatient: (_: unknown, viewer) => (viewer?.institutionId === elsewhere ? null : clinic),
        },
      },
      directory: {
        sdl: `scalar _Any type Query { _entities(representations: [_Any!]!): [_Entity]! } union _Entity = Institution
          type Institution { id: ID! level: String! }`,
        answers: {
          _entities: ({ representations }: { representations: { id: string }[] }) =>
            representations.map(({ id }) => ({ __typename: 'Institution', level: levels.get(id) })),
        },
      },
    },
  });
  return {
    ...subgraph,
    case(more: Partial<Case> = {}): Case {
      const made = {
        id: randomUUID(),
        patientId: randomUUID(),
        kind: 'CONSULTATION',
        status: 'ASSIGNED',
        acceptedExpertIds: [chief],
        ...more,
      };
      cases.set(made.id, made);
      return made;
    },
    insure(patientId: string, coverage: Partial<YearlyCoverage> | null) {
      coverages.set(patientId, coverage && { ...insured, ...coverage });
    },
    async bill(of: Case): Promise<Record<string, unknown> | undefined> {
      const [row] = await subgraph.rows(
        'SELECT id, status, fee_fen AS fee, insured_fen AS insured, subsidy_fen AS subsidy, patient_fen AS patient FROM billing.invoices WHERE consultation_id = $1',
        [of.id],
      );
      return row;
    },
  };
}

function happened(type: TransitionType, of: Case): Told {
  return consultationTold(type, { ...of, institutionId: clinic });
}

export const accepted = (of: Case) => happened('consultation.invitation-accepted', of);
export const completed = (of: Case) => happened('consultation.completed', of);
export const cancelled = (of: Case) => happened('consultation.cancelled', of);
