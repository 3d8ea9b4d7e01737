/** The fee of a service by the expert's title, in fen; each schedule holds from its date until the next one. */
import type { ProfessionalTitle, ServiceKind } from './service.ts';

export type Fees = Readonly<Record<ServiceKind, Readonly<Record<ProfessionalTitle, number>>>>;

export interface FeeSchedule {
  readonly effectiveFrom: Date;
  readonly feesFen: Fees;
}

/** Prices are set by each province: this is a starting point to replace by configuration, not a tariff. */
export const defaultFeeSchedules: readonly FeeSchedule[] = [
  {
    effectiveFrom: new Date('2020-01-01T00:00:00+08:00'),
    feesFen: {
      CONSULTATION: fees(30_000, 24_000, 15_000, 10_000, 5_000),
      DIAGNOSIS: fees(8_000, 6_000, 4_000, 3_000, 2_000),
      MULTIDISCIPLINARY: fees(60_000, 48_000, 30_000, 20_000, 10_000),
      EMERGENCY: fees(45_000, 36_000, 22_500, 15_000, 7_500),
      FOLLOW_UP: fees(10_000, 8_000, 5_000, 4_000, 2_000),
    },
  },
];

export interface ChargedService {
  readonly kind: ServiceKind;
  readonly expertTitle: ProfessionalTitle;
  readonly on: Date;
}

/** null when no schedule is in force on that day. */
export function feeFen(
  service: ChargedService,
  schedules: readonly FeeSchedule[] = defaultFeeSchedules,
): number | null {
  let inForce: FeeSchedule | null = null;
  for (const schedule of schedules) {
    if (schedule.effectiveFrom > service.on) continue;
    if (inForce === null || schedule.effectiveFrom > inForce.effectiveFrom) inForce = schedule;
  }
  return inForce?.feesFen[service.kind][service.expertTitle] ?? null;
}

function fees(
  chief: number,
  associate: number,
  attending: number,
  resident: number,
  village: number,
): Fees[ServiceKind] {
  return {
    CHIEF_PHYSICIAN: chief,
    ASSOCIATE_CHIEF_PHYSICIAN: associate,
    ATTENDING_PHYSICIAN: attending,
    RESIDENT_PHYSICIAN: resident,
    VILLAGE_DOCTOR: village,
  };
}
