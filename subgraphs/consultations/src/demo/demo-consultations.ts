/** The demo consultations with ids and times: replay the steps through the domain and each ends in its stated status. */
import { coordinator, demoExpertId, demoId, institutionOfPatient } from '@huizhen/schema/demo-ids';
import { minutesAfter } from '@huizhen/schema/demo-time';
import { activeCases } from './active-cases.ts';
import { closedCases } from './closed-cases.ts';
import type { DemoCase } from './demo-case.ts';
import type { DemoStep, DemoStepBy } from './demo-step.ts';
import { waitingCases } from './waiting-cases.ts';

/** A step at its moment; `practitionerId` is null for what a timer did. */
export interface TimedDemoStep {
  readonly at: Date;
  readonly note: string | null;
  readonly practitionerId: string | null;
  readonly step: DemoStepBy;
}

export interface DemoConsultation extends Omit<DemoCase, 'patient' | 'requester' | 'minutesAgo' | 'steps'> {
  readonly id: string;
  readonly institutionId: string;
  readonly requesterId: string;
  readonly patientId: string;
  readonly createdAt: Date;
  readonly steps: readonly TimedDemoStep[];
}

/** Oldest first, so that numbers given out during the replay run with time. */
export function demoConsultations(now: Date): readonly DemoConsultation[] {
  const cases = [...waitingCases, ...activeCases, ...closedCases];
  const consultations = cases.map((one, at) => toConsultation(one, at + 1, now));
  return consultations.toSorted((left, right) => left.createdAt.getTime() - right.createdAt.getTime());
}

function toConsultation(
  { patient, requester, minutesAgo, steps, ...facts }: DemoCase,
  n: number,
  now: Date,
): DemoConsultation {
  const createdAt = minutesAfter(now, -minutesAgo);
  return {
    ...facts,
    id: demoId('consultation', n),
    institutionId: demoId('institution', institutionOfPatient(patient)),
    requesterId: demoId('practitioner', requester),
    patientId: demoId('patient', patient),
    createdAt,
    steps: steps.map((step) => timed(step, createdAt, requester)),
  };
}

function timed({ minute, note, ...step }: DemoStep, createdAt: Date, requester: number): TimedDemoStep {
  return {
    at: minutesAfter(createdAt, minute),
    note: note ?? null,
    practitionerId: practitionerOf(step, requester),
    step,
  };
}

function practitionerOf(step: DemoStepBy, requester: number): string | null {
  switch (step.by) {
    case 'requester':
      return demoId('practitioner', requester);
    case 'coordinator':
      return demoId('practitioner', coordinator);
    case 'expert':
      return demoExpertId(step.expert);
    case 'system':
      return null;
  }
}
