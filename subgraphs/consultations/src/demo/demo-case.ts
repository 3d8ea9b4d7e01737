/** What a requester wrote and how it went on, with people by their demo numbers. */
import type { ConsultationStatus, ServiceKind, Urgency } from '../domain/consultation-status.ts';
import type { DemoStep } from './demo-step.ts';

export interface DemoCase {
  /** patient 1 to 30 */
  readonly patient: number;
  /** practitioner of the patient's institution */
  readonly requester: number;
  readonly kind: ServiceKind;
  readonly urgency: Urgency;
  readonly specialty: string;
  readonly diseaseCode: string;
  readonly reason: string;
  readonly summary: string;
  /** how long ago it was written */
  readonly minutesAgo: number;
  readonly status: ConsultationStatus;
  readonly steps: readonly DemoStep[];
}

export const hour = 60;
export const day = 24 * hour;
