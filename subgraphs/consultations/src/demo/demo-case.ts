/** What a requester wrote and how it went on, with people by their demo numbers. */
import type { DemoStep } from './demo-step.ts';

export interface DemoCase {
  /** patient 1 to 30 */
  readonly patient: number;
  /** practitioner of the patient's institution */
  readonly requester: number;
  readonly kind: 'CONSULTATION' | 'DIAGNOSIS' | 'MULTIDISCIPLINARY' | 'EMERGENCY' | 'FOLLOW_UP';
  readonly urgency: 'ROUTINE' | 'URGENT' | 'CRITICAL';
  readonly specialty: string;
  readonly diseaseCode: string;
  readonly reason: string;
  readonly summary: string;
  /** how long ago it was written */
  readonly minutesAgo: number;
  readonly status: DemoStatus;
  readonly steps: readonly DemoStep[];
}

export type DemoStatus =
  | 'DRAFT'
  | 'UNDER_REVIEW'
  | 'RETURNED'
  | 'PENDING'
  | 'ASSIGNED'
  | 'IN_PROGRESS'
  | 'INTERRUPTED'
  | 'AWAITING_OPINION'
  | 'COMPLETED'
  | 'CANCELLED';

export const hour = 60;
export const day = 24 * hour;
