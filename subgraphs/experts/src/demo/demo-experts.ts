/** Fifteen made-up experts with their departments, ICD-10 expertise, presence and weekly hours. */
import { demoExpertId, demoExpertSeats, demoId, practitionerOfExpert } from '@huizhen/schema/demo-ids';
import type { DemoTitle } from '@huizhen/schema/demo-ids';

/** One weekly stretch of duty, Asia/Shanghai; weekday 1 is Monday. */
export interface DemoDutyHours {
  readonly weekday: number;
  /** HH:MM */
  readonly from: string;
  readonly until: string;
}

export interface DemoExpert {
  readonly id: string;
  readonly practitionerId: string;
  readonly institutionId: string;
  readonly title: DemoTitle;
  readonly specialties: readonly string[];
  /** ICD-10 codes or prefixes */
  readonly expertise: readonly string[];
  readonly yearsOfExperience: number;
  readonly averageResponseMinutes: number | null;
  readonly online: boolean;
  readonly schedule: readonly DemoDutyHours[];
}

/** specialties, expertise, average response minutes, online, weekdays on duty; in the order of the shared seats */
type Row = readonly [string, string, number | null, boolean, readonly number[]];
const rows: readonly Row[] = [
  ['心血管内科', 'I10 I20 I21 I25 I50', 6, true, [1, 2, 3, 4, 5]],
  ['心血管内科', 'I10 I25 I48 I49 I50', 9, true, [1, 3, 5, 6, 7]],
  ['神经内科', 'I60-I69 G20 G40 G45', 8, true, [1, 2, 3, 4, 5, 6]],
  ['呼吸内科', 'J44 J45 J18 J96', 12, true, [1, 2, 4, 5]],
  ['内分泌科', 'E11 E10 E05 E03 E04', 11, true, [1, 3, 4]],
  ['儿科', 'J45 J18 J20 A08 R56', 7, true, [1, 2, 3, 4, 5, 6, 7]],
  ['放射科', 'R91 J18 C34 S72 I63', 15, true, [1, 2, 3, 4, 5]],
  ['消化内科', 'K25 K29 K70 K74 K92', 18, false, [2, 4]],
  ['肾内科', 'N18 N17 N04 E11.2', 10, true, [1, 2, 5]],
  ['妇产科', 'O10-O16 O24 N92', 9, true, [1, 2, 3, 4, 5]],
  ['骨科', 'M17 M51 S72 S82', 22, false, [3, 5]],
  ['皮肤科', 'L40 L20 B02', 14, false, [2, 4, 6]],
  ['肿瘤科', 'C34 C16 C18 C22', 20, true, [1, 4]],
  ['急诊医学科', 'I21 R57 T60 J96', 4, true, [1, 2, 3, 4, 5, 6, 7]],
  ['精神心理科', 'F32 F41 F20', null, false, [2, 5]],
];

export function demoExperts(): readonly DemoExpert[] {
  return rows.flatMap(([specialty, expertise, averageResponseMinutes, online, weekdays], at) => {
    const seat = demoExpertSeats[at];
    if (seat === undefined) return [];
    return {
      id: demoExpertId(at + 1),
      practitionerId: demoId('practitioner', practitionerOfExpert(at + 1)),
      institutionId: demoId('institution', seat.institution),
      title: seat.title,
      specialties: [specialty],
      expertise: expertise.split(' ').flatMap(codesOf),
      yearsOfExperience: seat.years,
      averageResponseMinutes,
      online,
      schedule: weekdays.flatMap(dutyHours),
    };
  });
}

/** I60-I69 in full: the matcher compares codes and prefixes, not ranges. */
function codesOf(code: string): readonly string[] {
  const [, letter, first, last] = /^([A-Z])(\d\d)-[A-Z](\d\d)$/.exec(code) ?? [];
  if (letter === undefined) return [code];
  const count = Number(last) - Number(first) + 1;
  return Array.from({ length: count }, (_, step) => `${letter}${String(Number(first) + step).padStart(2, '0')}`);
}

function dutyHours(weekday: number): readonly DemoDutyHours[] {
  return [
    { weekday, from: '08:00', until: '12:00' },
    { weekday, from: '14:00', until: '18:00' },
  ];
}
