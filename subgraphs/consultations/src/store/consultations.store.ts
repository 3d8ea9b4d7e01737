/** The repositories of consultations on one transaction. */
import type { Context, Unit, UnitTools } from '@huizhen/platform/subgraph/context';
import type { ConsultationsSettings } from '../config.ts';
import { CaseListRepository } from './case-list.repository.ts';
import { ConsultationRepository } from './consultation.repository.ts';
import { NumberRepository } from './number.repository.ts';

export function consultationsStore(tools: UnitTools) {
  return {
    consultations: new ConsultationRepository(tools),
    cases: new CaseListRepository(tools),
    numbers: new NumberRepository(tools),
  };
}

export type ConsultationsStore = ReturnType<typeof consultationsStore>;
export type ConsultationsContext = Context<ConsultationsStore, ConsultationsSettings>;
export type ConsultationsUnit = Unit<ConsultationsStore>;
