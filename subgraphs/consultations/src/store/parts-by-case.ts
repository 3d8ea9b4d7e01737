/** The parts of many consultations, each under its own. */
import type { PatientCipher } from '@huizhen/platform/subgraph/unit-keys';
import type { Consultation } from '../domain/consultation.ts';
import { invitationOf, opinionOf } from './consultation.mapper.ts';
import type { InvitationRow, OpinionRow } from './consultation.rows.ts';

export interface PartsByCase {
  of(id: string, cipher: PatientCipher): Pick<Consultation, 'invitations' | 'opinions'>;
}

export function partsByCase(invitations: readonly InvitationRow[], opinions: readonly OpinionRow[]): PartsByCase {
  const invitationsIn = Map.groupBy(invitations, caseOf);
  const opinionsIn = Map.groupBy(opinions, caseOf);
  return {
    of: (id, cipher) => ({
      invitations: (invitationsIn.get(id) ?? []).map((row) => invitationOf(row, cipher)),
      opinions: (opinionsIn.get(id) ?? []).map((row) => opinionOf(row, cipher)),
    }),
  };
}

const caseOf = ({ consultationId }: { readonly consultationId: string }) => consultationId;
