/** Twelve made-up institutions of one region: primary care, county and tertiary hospitals, and the consultation centre. */
import { demoId } from '@huizhen/schema/demo-ids';
import type { InstitutionLevel } from '../domain/institution.ts';
import { socialCreditCodeFor } from './social-credit-code-for.ts';

export interface DemoInstitution {
  readonly id: string;
  readonly name: string;
  readonly level: InstitutionLevel;
  /** GB/T 2260 */
  readonly regionCode: string;
  /** GB 32100 */
  readonly creditCode: string;
  /** opens every consultation number of the institution */
  readonly code: string;
}

/** name, level, region, code; the order gives the numbers that the demo ids are made of. The region codes exist, the names do not. */
const rows: readonly (readonly [string, InstitutionLevel, string, string])[] = [
  ['青山镇卫生院', 'TOWNSHIP_CLINIC', '640422', 'QS01'],
  ['石桥社区卫生服务中心', 'COMMUNITY_CENTRE', '640402', 'SQ02'],
  ['白杨镇卫生院', 'TOWNSHIP_CLINIC', '640423', 'BY03'],
  ['柳湾村卫生室', 'VILLAGE_CLINIC', '640522', 'LW04'],
  ['河滩社区卫生服务中心', 'COMMUNITY_CENTRE', '640502', 'HT05'],
  ['青山县人民医院', 'COUNTY_HOSPITAL', '640422', 'QX06'],
  ['柳河县人民医院', 'COUNTY_HOSPITAL', '640522', 'LH07'],
  ['云岭县中医医院', 'COUNTY_HOSPITAL', '640425', 'YL08'],
  ['塞北医科大学附属第一医院', 'TERTIARY_HOSPITAL', '640104', 'SY09'],
  ['塞北自治区人民医院', 'TERTIARY_HOSPITAL', '640105', 'SR10'],
  ['塞北妇女儿童医院', 'TERTIARY_HOSPITAL', '640106', 'FE11'],
  ['塞北远程会诊中心', 'CONSULTATION_CENTRE', '640104', 'HZ12'],
];

export function demoInstitutions(): readonly DemoInstitution[] {
  return rows.map(([name, level, regionCode, code], at) => ({
    id: demoId('institution', at + 1),
    name,
    level,
    regionCode,
    creditCode: socialCreditCodeFor(regionCode, at + 1),
    code,
  }));
}
