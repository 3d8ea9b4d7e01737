/** Forty made-up clinicians: 21 at clinics and county hospitals, 4 at the centre, 15 experts. */
import {
  demoCounts,
  demoExpertSeats,
  demoId,
  institutionOfPractitioner,
  practitionerOfExpert,
} from '@huizhen/schema/demo-ids';
import { dayOf, daysBefore } from '@huizhen/schema/demo-time';
import type { ProfessionalTitle } from '../domain/practitioner.ts';
import { demoInstitutions } from './demo-institutions.ts';

export interface DemoPractitioner {
  readonly id: string;
  readonly name: string;
  readonly institutionId: string;
  readonly title: ProfessionalTitle;
  /** 医师执业证书编码, 15 digits */
  readonly licenceNumber: string;
  /** YYYY-MM-DD: doctors of less than three years do not consult online */
  readonly practiceStartedOn: string;
}

const names =
  '李慧敏 马志远 丁春梅 陈立新 虎彦龙 刘雅婷 杨宗保 买小红 王振东 柳守义 柳青 田玉兰 赵启明 孙晓丽 马全福 郑国平 苏敏 吴建设 海明珠 周培文 高凤英 何静 罗永清 马玉洁 韩志刚 沈弘毅 林若谷 顾维钧 纳小芳 许崇文 唐亦清 邵明远 马德昌 欧阳静 宋玉华 段志鹏 魏晓东 冯景行 杜长河 安宁'.split(
    ' ',
  );
const villageClinic = 4;

/** practitioner 1 to 40 */
export function demoPractitionerName(n: number): string {
  return names[n - 1] ?? '';
}

export function demoPractitioners(now: Date): readonly DemoPractitioner[] {
  const institutions = demoInstitutions();
  return names.slice(0, demoCounts.practitioners).map((name, at) => {
    const n = at + 1;
    const institution = institutions[institutionOfPractitioner(n) - 1];
    return {
      id: demoId('practitioner', n),
      name,
      institutionId: institution?.id ?? '',
      title: titleOf(n),
      licenceNumber: `110${institution?.regionCode ?? ''}${String(n * 137).padStart(6, '0')}`,
      practiceStartedOn: dayOf(daysBefore(now, Math.round(yearsOf(n) * 365.25) + 60)),
    };
  });
}

function titleOf(n: number): ProfessionalTitle {
  const seat = demoExpertSeats[n - practitionerOfExpert(1)];
  if (seat !== undefined) return seat.title;
  if (institutionOfPractitioner(n) === villageClinic) return 'VILLAGE_DOCTOR';
  if (yearsOf(n) < 6) return 'RESIDENT_PHYSICIAN';
  return yearsOf(n) < 15 ? 'ATTENDING_PHYSICIAN' : 'ASSOCIATE_CHIEF_PHYSICIAN';
}

/** The experts' years are those that the matcher counts; the others have 4 to 24. */
function yearsOf(n: number): number {
  return demoExpertSeats[n - practitionerOfExpert(1)]?.years ?? 4 + ((n * 7) % 21);
}
