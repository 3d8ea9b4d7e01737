/** The experts' repositories on one transaction. */
import type { Context, UnitTools } from '@huizhen/platform/subgraph/context';
import type { ExpertsSettings } from '../config.ts';
import { ExpertRepository } from './expert.repository.ts';
import { InvitationRepository } from './invitation.repository.ts';

export function expertsStore(tools: UnitTools) {
  return { experts: new ExpertRepository(tools), invitations: new InvitationRepository(tools) };
}

export type ExpertsStore = ReturnType<typeof expertsStore>;
export type ExpertsContext = Context<ExpertsStore, ExpertsSettings>;
