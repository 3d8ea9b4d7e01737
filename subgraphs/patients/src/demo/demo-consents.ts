/** Consents on file: nearly everybody agreed to remote consultation; one never did, and one took it back. */
import { demoCounts, demoId } from '@huizhen/schema/demo-ids';
import { daysBefore } from '@huizhen/schema/demo-time';
import { demoPatients } from './demo-patients.ts';

export interface DemoConsent {
  readonly id: string;
  readonly patientId: string;
  readonly purpose: 'REMOTE_CONSULTATION' | 'TEACHING' | 'RECORDING';
  /** patient or guardian */
  readonly signedBy: string;
  readonly signedAt: Date;
  readonly validUntil: Date;
  readonly withdrawnAt: Date | null;
}

const withoutConsent = 26;
const withdrew = 22;

export function demoConsents(now: Date): readonly DemoConsent[] {
  return demoPatients().flatMap(({ id, n, name, guardian }) => {
    const consent = (purpose: DemoConsent['purpose'], serial: number, days = 365): DemoConsent => ({
      id: demoId('consent', serial),
      patientId: id,
      purpose,
      signedBy: guardian === null ? name : `${guardian.name}（${guardian.relation}）`,
      signedAt: daysBefore(now, 90 + n),
      validUntil: daysBefore(now, 90 + n - days),
      withdrawnAt: n === withdrew ? daysBefore(now, 12) : null,
    });
    if (n === withoutConsent) return [];
    const more =
      n % 5 === 1
        ? [consent('TEACHING', n + demoCounts.patients), consent('RECORDING', n + 2 * demoCounts.patients, 120)]
        : [];
    return [consent('REMOTE_CONSULTATION', n), ...more];
  });
}
