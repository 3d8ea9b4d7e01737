/** The repositories of imaging on one transaction. */
import type { Context, Unit, UnitTools } from '@huizhen/platform/subgraph/context';
import type { ImagingSettings } from '../config.ts';
import { ImageIndexRepository } from './image-index.repository.ts';
import { InstanceRepository } from './instance.repository.ts';
import { ReportRepository } from './report.repository.ts';
import { StudyRepository } from './study.repository.ts';
import { TicketRepository } from './ticket.repository.ts';
import { ViewerTokenRepository } from './viewer-token.repository.ts';

export function imagingStore(tools: UnitTools) {
  return {
    studies: new StudyRepository(tools),
    instances: new InstanceRepository(tools),
    imageIndex: new ImageIndexRepository(tools),
    tickets: new TicketRepository(tools),
    viewerTokens: new ViewerTokenRepository(tools),
    reports: new ReportRepository(tools),
  };
}

export type ImagingStore = ReturnType<typeof imagingStore>;
export type ImagingUnit = Unit<ImagingStore>;
export type ImagingContext = Context<ImagingStore, ImagingSettings>;
