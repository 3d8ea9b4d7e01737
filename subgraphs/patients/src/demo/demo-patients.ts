/** Thirty made-up patients of the clinics and county hospitals, each with valid identifiers and a course of disease. */
import { accountPatientName, demoId, institutionOfPatient } from '@huizhen/schema/demo-ids';
import type { DemoCourseName } from './demo-courses.ts';
import { residentIdentityNumber } from './resident-identity-number.ts';

/** 职工医保, 城乡居民医保, 自费 */
export type DemoInsurance = 'EMPLOYEE' | 'RESIDENT' | 'SELF_PAY';

export interface DemoGuardian {
  readonly name: string;
  readonly relation: '母亲' | '父亲';
  readonly phone: string;
}

export interface DemoPatient {
  readonly id: string;
  /** 1 to 30 */
  readonly n: number;
  readonly institutionId: string;
  readonly name: string;
  readonly gender: 'male' | 'female';
  readonly birthDate: string;
  readonly identityNumber: string;
  readonly phone: string;
  readonly address: string;
  readonly insurance: DemoInsurance;
  readonly guardian: DemoGuardian | null;
  readonly course: DemoCourseName;
}

/** name, gender, birth date, region (GB/T 2260), insurance, course, guardian */
type Row = readonly [
  string,
  '男' | '女',
  string,
  string,
  DemoInsurance,
  DemoCourseName,
  guardian?: Pick<DemoGuardian, 'relation' | 'name'>,
];
const rows: readonly Row[] = [
  [accountPatientName, '女', '1958-03-12', '640422', 'RESIDENT', 'coronary'],
  ['王建国', '男', '1962-07-25', '640422', 'EMPLOYEE', 'hypertension'],
  ['杨玉梅', '女', '1970-11-03', '640422', 'RESIDENT', 'diabetes'],
  ['马占山', '男', '1951-01-19', '640422', 'RESIDENT', 'copd'],
  ['李桂英', '女', '1948-09-30', '640422', 'RESIDENT', 'heartFailure'],
  ['丁小宝', '男', '2021-05-14', '640422', 'RESIDENT', 'childAsthma', { relation: '母亲', name: '丁春燕' }],
  ['张国庆', '男', '1969-10-01', '640422', 'EMPLOYEE', 'stroke'],
  ['海秀花', '女', '1990-04-22', '640422', 'RESIDENT', 'pregnancy'],
  ['赵文斌', '男', '1975-12-08', '640422', 'EMPLOYEE', 'lungNodule'],
  ['马晓燕', '女', '1986-06-17', '640422', 'EMPLOYEE', 'hyperthyroid'],
  ['田志强', '男', '1964-02-28', '640402', 'EMPLOYEE', 'diabeticKidney'],
  ['周淑芬', '女', '1956-08-11', '640402', 'EMPLOYEE', 'arthritis'],
  ['吴海涛', '男', '1983-03-05', '640402', 'SELF_PAY', 'gastric'],
  ['黑玉兰', '女', '1953-05-20', '640402', 'RESIDENT', 'hypertension'],
  ['冯德胜', '男', '1959-09-09', '640423', 'RESIDENT', 'coronary'],
  ['陈美玲', '女', '1995-01-27', '640423', 'SELF_PAY', 'depression'],
  ['马学文', '男', '1972-06-30', '640423', 'RESIDENT', 'diabetes'],
  ['苏宁儿', '女', '2019-05-11', '640423', 'RESIDENT', 'childPneumonia', { relation: '父亲', name: '苏海洋' }],
  ['哈国忠', '男', '1946-12-24', '640522', 'RESIDENT', 'copd'],
  ['柳月娥', '女', '1961-04-15', '640522', 'RESIDENT', 'stroke'],
  ['欧阳振华', '男', '1967-08-08', '640502', 'EMPLOYEE', 'hypertension'],
  ['金凤霞', '女', '1978-10-19', '640502', 'RESIDENT', 'psoriasis'],
  ['白广志', '男', '1955-07-07', '640502', 'RESIDENT', 'heartFailure'],
  ['罗淑珍', '女', '1965-03-21', '640502', 'EMPLOYEE', 'diabeticKidney'],
  ['郭永福', '男', '1950-02-14', '640422', 'EMPLOYEE', 'lungNodule'],
  ['何雅琴', '女', '1988-12-01', '640422', 'SELF_PAY', 'gastric'],
  ['马建军', '男', '1974-05-05', '640522', 'EMPLOYEE', 'coronary'],
  ['司马慧', '女', '1992-09-16', '640522', 'EMPLOYEE', 'hyperthyroid'],
  ['康德明', '男', '1944-11-28', '640425', 'RESIDENT', 'stroke'],
  ['沈佳怡', '女', '2016-02-06', '640425', 'RESIDENT', 'childAsthma', { relation: '母亲', name: '沈丽' }],
];
const villages = ['东街', '西街', '河滩村', '杨家湾村', '上庄村', '下庄村', '团结巷', '石磨村'];

export function demoPatients(): readonly DemoPatient[] {
  return rows.map(([name, sex, birthDate, regionCode, insurance, course, guardian], at) => {
    const n = at + 1;
    const gender = sex === '男' ? 'male' : 'female';
    return {
      id: demoId('patient', n),
      n,
      institutionId: demoId('institution', institutionOfPatient(n)),
      name,
      gender,
      birthDate,
      identityNumber: residentIdentityNumber({ regionCode, birthDate, order: 100 + n, gender }),
      phone: demoPhone(n),
      address: `塞北自治区${villages[at % villages.length] ?? ''}${n * 3}号`,
      insurance,
      guardian: guardian === undefined ? null : { ...guardian, phone: demoPhone(n + 100) },
      course,
    };
  });
}

/** In a block that no operator has given out. */
function demoPhone(n: number): string {
  return `1990000${String(n).padStart(4, '0')}`;
}
