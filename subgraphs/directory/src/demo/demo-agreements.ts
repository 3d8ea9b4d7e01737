/** Who may dispatch to whom: clinics to hospitals and the centre, one of the agreements deliberately run out. */
import { demoId } from '@huizhen/schema/demo-ids';
import { daysBefore } from '@huizhen/schema/demo-time';

export interface DemoAgreement {
  readonly id: string;
  /** the inviting side */
  readonly requestingInstitutionId: string;
  /** the invited side */
  readonly answeringInstitutionId: string;
  readonly validFrom: Date;
  /** the first moment at which it no longer holds */
  readonly validUntil: Date;
}

/** [requesting, consulted…] by institution number */
const rows: readonly (readonly [number, readonly number[]])[] = [
  [1, [6, 9, 10, 11, 12]],
  [2, [6, 9, 10, 11, 12]],
  [3, [6, 9, 10, 11, 12]],
  [4, [7, 9, 12]],
  [5, [7, 9, 10, 11, 12]],
  [6, [9, 10, 11, 12]],
  [7, [9, 10, 11, 12]],
  [8, [9, 10, 11, 12]],
];
/** 柳湾村卫生室 and 塞北自治区人民医院: ran out a month ago, so that a refused dispatch can be shown */
const expired = { requesting: 4, consulted: 10 };

export function demoAgreements(now: Date): readonly DemoAgreement[] {
  const inForce = rows.flatMap(([requesting, hospitals]) => hospitals.map((consulted) => ({ requesting, consulted })));
  return [...inForce, expired].map((pair, at) => ({
    id: demoId('agreement', at + 1),
    requestingInstitutionId: demoId('institution', pair.requesting),
    answeringInstitutionId: demoId('institution', pair.consulted),
    validFrom: daysBefore(now, pair === expired ? 1125 : 730),
    validUntil: daysBefore(now, pair === expired ? 30 : -365),
  }));
}
