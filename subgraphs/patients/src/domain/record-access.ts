/** Who looked at a patient's data, or changed it: what one person did without a quarter of an hour between, as the access log has it. */
import type { Role } from '@huizhen/platform/access/viewer';

export interface RecordAccess {
  /** Of its first entry. */
  readonly id: string;
  readonly firstAt: Date;
  readonly lastAt: Date;
  /** Requests, however many entries each of them left. */
  readonly times: number;
  readonly roles: readonly Role[];
  readonly practitionerId: string | null;
  readonly institutionId: string | null;
  /** Stable codes such as `record.read-observation`. */
  readonly actions: readonly string[];
  readonly purposes: readonly string[];
}
