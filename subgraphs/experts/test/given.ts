/** The experts and the directory on a PostgreSQL of their own, with the demo data, and people who ask. */
import { directory } from '@huizhen/directory';
import { serviceViewer } from '@huizhen/platform/access/service-viewer';
import type { Viewer } from '@huizhen/platform/access/viewer';
import { demoExpertId, demoId } from '@huizhen/schema/demo-ids';
import type { ConsultationTransition, EventType } from '@huizhen/schema/events';
import { uuidV7Ids } from '@huizhen/platform/time/clock';
import { person } from '../../../tests/harness/person.ts';
import { openGround } from '../../../tests/harness/subgraph-ground.ts';
import { experts } from '../src/index.ts';

/** A Wednesday at 10:00 in Shanghai. */
export const now = new Date('2026-05-06T02:00:00Z');

export const people = {
  requester: person(['REQUESTER'], {
    institutionId: demoId('institution', 1),
    practitionerId: demoId('practitioner', 1),
  }),
  requesterOfVillage: person(['REQUESTER'], { institutionId: demoId('institution', 4) }),
  coordinator: person(['COORDINATOR'], { institutionId: demoId('institution', 12), centre: true }),
  partner: person(['PARTNER'], { institutionId: demoId('institution', 1) }),
  patient: person(['PATIENT'], { patientId: demoId('patient', 1) }),
  auditor: person(['AUDITOR'], { institutionId: demoId('institution', 12) }),
  expert1: person(['EXPERT'], { institutionId: demoId('institution', 9), practitionerId: demoExpertId(1) }),
  expert2: person(['EXPERT'], { institutionId: demoId('institution', 10), practitionerId: demoExpertId(2) }),
  doctorWhoIsNoExpert: person(['EXPERT'], { practitionerId: demoId('practitioner', 2) }),
  consultations: serviceViewer('consultations'),
};

export async function expertsAtWork() {
  const ground = await openGround([directory, experts]);
  const clock = { at: now.getTime() };
  /** One process of the platform on this database. */
  async function startProcess() {
    const running = await ground.start({ clock: { now: () => new Date(clock.at) } });
    return {
      running,
      ask: (viewer: Viewer | null, query: string, variables: Record<string, unknown> = {}) =>
        running.ask('experts', viewer, { query, variables }),
      stop: () => running.stop(),
    };
  }

  const { running, ask, stop } = await startProcess();
  await running.loadDemo(['directory', 'experts'], now);
  return {
    countStatements: (work: () => Promise<unknown>) => running.countStatements('experts', work),
    clock,
    databaseUrl: ground.adminUrl(),
    ask,
    startProcess,
    tell: (type: Extract<EventType, `consultation.${string}`>, payload: ConsultationTransition) =>
      running.asItself('experts', (context) => context.transact(async ({ events }) => events.publish(type, payload))),
    async stop() {
      await stop();
      await ground.stop();
    },
  };
}

type InvitationState = ConsultationTransition['invitations'][number];

/** What a consultation tells after a change of one invitation. */
export function consultationWith(
  invitation: Partial<InvitationState> & { expertId: string },
  status = 'PENDING',
): ConsultationTransition {
  const facts = { institutionId: demoId('institution', 1), specialty: '心血管内科', status, urgency: 'ROUTINE' };
  return {
    consultationId: uuidV7Ids.next(),
    patientId: demoId('patient', 1),
    institutionId: facts.institutionId,
    requesterId: demoId('practitioner', 1),
    kind: 'CONSULTATION',
    expertIds: [invitation.expertId],
    actorId: null,
    timelineEntryId: uuidV7Ids.next(),
    before: null,
    after: facts,
    invitations: [
      {
        id: uuidV7Ids.next(),
        status: 'REQUESTED',
        declineReason: null,
        invitedAt: minutesAgo(60),
        respondBy: minutesAgo(45),
        respondedAt: null,
        ...invitation,
      },
    ],
  };
}

export function minutesAgo(minutes: number): string {
  return new Date(now.getTime() - minutes * 60_000).toISOString();
}
