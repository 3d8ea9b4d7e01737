/** One line of the append-only record: what happened, when, by whom. */
import type { Occasion } from './actor.ts';
import type { CaseRow } from './case-row.ts';
import type { TimelineEvent } from './timeline-event.ts';

export class TimelineEntry {
  id: string;
  consultationId: string;
  patientId: string;
  institutionId: string;
  at: Date;
  event: TimelineEvent;
  by: string | null;
  note: string | null;

  constructor(row: CaseRow, event: TimelineEvent, occasion: Occasion) {
    this.id = occasion.newId();
    this.consultationId = row.consultationId;
    this.patientId = row.patientId;
    this.institutionId = row.institutionId;
    this.at = occasion.now;
    this.event = event;
    this.by = occasion.by.practitionerId;
    this.note = occasion.note;
  }
}
