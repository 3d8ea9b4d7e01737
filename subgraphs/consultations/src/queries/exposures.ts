/**
 * Whom a live stream has shown lately: the access log gets one entry per patient and quarter of an hour, from the first
 * exposure on, so that many watchers do not drown it.
 */
import type { AuditSubject } from '@huizhen/platform/audit/audit-trail';

const QUARTER_HOUR_MS = 15 * 60_000;
const MOST = 10_000;

export class Exposures {
  private readonly recordedAt = new Map<string, number>();

  /** Those whose exposure is to be recorded now; call `note` once the record is committed. */
  due<Subject extends AuditSubject>(subjects: readonly Subject[], now: Date): Subject[] {
    return subjects.filter(({ patientId }) => {
      const last = patientId === null ? undefined : this.recordedAt.get(patientId);
      return last === undefined || now.getTime() - last >= QUARTER_HOUR_MS;
    });
  }

  note(subjects: readonly AuditSubject[], now: Date): void {
    for (const { patientId } of subjects) {
      if (patientId === null) continue;
      this.recordedAt.delete(patientId);
      this.recordedAt.set(patientId, now.getTime());
    }
    for (const patientId of this.recordedAt.keys()) {
      if (this.recordedAt.size <= MOST) return;
      this.recordedAt.delete(patientId);
    }
  }
}
