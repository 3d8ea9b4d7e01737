/** The factors of an expert's score, each with its points and the words that explain them to the people who choose. */
import { isOnDuty } from './candidate.ts';
import type { Candidate, PreparedCandidate, ProfessionalTitle } from './candidate.ts';
import type { Closeness } from './icd10.ts';
import { nearestExpertise } from './match-request.ts';
import type { PreparedRequest } from './match-request.ts';
import type { Urgency } from './urgency.ts';

export interface ScoreFactor {
  readonly name: string;
  readonly points: (candidate: PreparedCandidate, request: PreparedRequest) => number;
  readonly because: (candidate: PreparedCandidate, request: PreparedRequest) => string;
}

/** One that only the urgency changes, so that it can be worked out before anybody asks. */
export interface StandingFactor extends ScoreFactor {
  readonly points: (candidate: Candidate, request: { readonly urgency: Urgency }) => number;
}

const titlePoints: Record<ProfessionalTitle, number> = {
  CHIEF_PHYSICIAN: 50,
  ASSOCIATE_CHIEF_PHYSICIAN: 30,
  ATTENDING_PHYSICIAN: 0,
  RESIDENT_PHYSICIAN: 0,
  VILLAGE_DOCTOR: 0,
};
const titleNames: Record<ProfessionalTitle, string> = {
  CHIEF_PHYSICIAN: '主任医师',
  ASSOCIATE_CHIEF_PHYSICIAN: '副主任医师',
  ATTENDING_PHYSICIAN: '主治医师',
  RESIDENT_PHYSICIAN: '住院医师',
  VILLAGE_DOCTOR: '村医',
};
const urgencyNames: Record<Urgency, string> = { ROUTINE: '常规', URGENT: '紧急', CRITICAL: '危急' };

/** Beyond this, another year tells nothing about the answer. */
const mostYears = 30;
/** An unknown average counts as this: neither for nor against. */
const neutralMinutes = 30;
const slowestMinutes = 60;
/** The more urgent, the more a minute weighs. */
const pointsPerMinute: Record<Urgency, number> = { ROUTINE: 2, URGENT: 3, CRITICAL: 4 };
/** Urgency rewards those who are there, not everybody alike. */
const onlinePoints: Record<Urgency, number> = { ROUTINE: 5, URGENT: 10, CRITICAL: 20 };
const dutyPoints = 10;
const diseasePoints: Record<Closeness, number> = { EXACT: 40, CATEGORY: 30, BLOCK: 15, CHAPTER: 5, NONE: 0 };
const closenessNames: Record<Closeness, string> = {
  EXACT: '正是其专长',
  CATEGORY: '同属一个类目',
  BLOCK: '同属一个疾病节',
  CHAPTER: '同属一章',
  NONE: '不在其登记的专长内',
};

const title: StandingFactor = {
  name: 'title',
  points: (candidate) => titlePoints[candidate.title],
  because: (candidate) => titleNames[candidate.title],
};

const experience: StandingFactor = {
  name: 'experience',
  points: ({ yearsOfExperience }) => 2 * countedYears(yearsOfExperience),
  because: ({ yearsOfExperience: years }) =>
    years > mostYears ? `从业 ${years} 年，按 ${mostYears} 年计` : `从业 ${years} 年`,
};

const response: StandingFactor = {
  name: 'response',
  points: ({ averageResponseMinutes }, { urgency }) =>
    Math.round(pointsPerMinute[urgency] * (neutralMinutes - countedMinutes(averageResponseMinutes))),
  because: ({ averageResponseMinutes: minutes }, { urgency }) =>
    minutes === null
      ? `尚无响应记录，按 ${neutralMinutes} 分钟计`
      : `平均 ${Math.round(minutes * 10) / 10} 分钟响应，比 ${neutralMinutes} 分钟每快一分钟计 ${pointsPerMinute[urgency]} 分（${urgencyNames[urgency]}请求）`,
};

const presence: StandingFactor = {
  name: 'presence',
  points: ({ online }, { urgency }) => (online ? onlinePoints[urgency] : 0),
  because: ({ online }, { urgency }) => (online ? `在线，${urgencyNames[urgency]}请求优先` : '不在线，需另行通知'),
};

/** The most that the moment and the disease add to the standing points. */
export const mostOfMomentAndDisease = dutyPoints + diseasePoints.EXACT;

const duty: ScoreFactor = {
  name: 'duty',
  points: (candidate, { now }) => (isOnDuty(candidate, now) ? dutyPoints : 0),
  because: (candidate, { now }) => (isOnDuty(candidate, now) ? '正在值班' : '不在排班时段'),
};

const disease: ScoreFactor = {
  name: 'disease',
  points: (candidate, request) => diseasePoints[nearestExpertise(candidate, request).closeness],
  because: (candidate, request) => {
    if (request.disease === null) return '未填写疾病编码';
    const { closeness, entry } = nearestExpertise(candidate, request);
    return `${request.disease.text} ${closenessNames[closeness]}${entry === null ? '' : `（${entry.text}）`}`;
  },
};

const load: StandingFactor = {
  name: 'load',
  points: ({ openConsultations }) => 0 - 8 * openConsultations,
  because: ({ openConsultations: open }) => (open === 0 ? '手头没有未完成的会诊' : `手头有 ${open} 例未完成的会诊`),
};

const fairness: StandingFactor = {
  name: 'fairness',
  points: ({ recentAssignments }) => 0 - Math.min(20, recentAssignments),
  because: ({ recentAssignments: recent }) => `近 7 日已接 ${recent} 例`,
};

const bounces: StandingFactor = {
  name: 'bounces',
  points: ({ wrongSpecialtyBounces }) => 0 - Math.min(40, 10 * wrongSpecialtyBounces),
  because: ({ wrongSpecialtyBounces: bounced }) => `近 90 日因专科不符退回 ${bounced} 次`,
};

export const standingFactors: readonly StandingFactor[] = [
  title,
  experience,
  response,
  presence,
  load,
  fairness,
  bounces,
];

/** In the order in which they are shown. */
export const scoreFactors: readonly ScoreFactor[] = [
  title,
  experience,
  response,
  presence,
  duty,
  disease,
  load,
  fairness,
  bounces,
];

function countedYears(years: number): number {
  return Math.min(mostYears, Math.max(0, years));
}

function countedMinutes(minutes: number | null): number {
  return minutes === null ? neutralMinutes : Math.min(slowestMinutes, Math.max(0, minutes));
}
