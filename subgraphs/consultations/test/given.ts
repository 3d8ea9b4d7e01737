/** Consultations with the subgraphs that they ask, on a PostgreSQL of their own, with the demo's people. */
import { directory } from '@huizhen/directory';
import { experts } from '@huizhen/experts';
import { patients } from '@huizhen/patients';
import type { Viewer } from '@huizhen/platform/access/viewer';
import { uuidV7Ids } from '@huizhen/platform/time/clock';
import { demoExpertId, demoId } from '@huizhen/schema/demo-ids';
import { person } from '../../../tests/harness/person.ts';
import { openGround } from '../../../tests/harness/subgraph-ground.ts';
import { consultations } from '../src/index.ts';
import type { ConsultationsContext } from '../src/store/consultations.store.ts';

export function expert(n: number): Viewer {
  return person(['EXPERT'], { institutionId: demoId('institution', 9), practitionerId: demoExpertId(n) });
}

const clinic = { institutionId: demoId('institution', 1) };
const centre = { institutionId: demoId('institution', 12), centre: true };
export const people = {
  requester: person(['REQUESTER'], { ...clinic, practitionerId: demoId('practitioner', 1) }),
  colleague: person(['REQUESTER'], { ...clinic, practitionerId: demoId('practitioner', 2) }),
  partner: person(['PARTNER'], clinic),
  finance: person(['FINANCE'], clinic),
  otherRequester: person(['REQUESTER'], {
    institutionId: demoId('institution', 2),
    practitionerId: demoId('practitioner', 4),
  }),
  village: person(['REQUESTER'], {
    institutionId: demoId('institution', 4),
    practitionerId: demoId('practitioner', 10),
  }),
  /** Of the clinic of the one patient who never signed a consent. */
  unconsented: person(['REQUESTER'], {
    institutionId: demoId('institution', 6),
    practitionerId: demoId('practitioner', 14),
  }),
  coordinator: person(['COORDINATOR'], { ...centre, practitionerId: demoId('practitioner', 22) }),
  patient: person(['PATIENT'], { patientId: demoId('patient', 1) }),
  otherPatient: person(['PATIENT'], { patientId: demoId('patient', 2) }),
  wang: expert(1),
  li: expert(2),
  other: expert(8),
};

export const request = {
  patientId: demoId('patient', 1),
  kind: 'CONSULTATION',
  urgency: 'URGENT',
  specialty: '心血管内科',
  diseaseCode: 'I10',
  reason: '血压控制不佳，请指导用药',
  summary: '女，68岁，高血压八年，近两周收缩压持续在160至170毫米汞柱。',
};

export type Variables = Readonly<Record<string, unknown>>;
export interface Answer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly { message: string; extensions: Record<string, unknown> }[];
}
/** One field of an answer that has one. */
// The caller says what it asked for.
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters
export function field<T>({ data }: Answer, name: string): T {
  if (!data) throw new Error(`${name} has no answer`);
  return data[name] as T;
}

export interface Shown {
  readonly id: string;
  readonly number: string;
  readonly status: string;
}

const SHOWN = 'id number status';

export async function consultationsAtWork(environment: Readonly<Record<string, string>> = {}) {
  const ground = await openGround([directory, patients, experts, consultations]);
  const running = await ground.start({ environment: { SECOND_FACTOR: 'optional', ...environment } });
  await running.loadDemo(['directory', 'patients', 'experts'], new Date());
  const asItself = <T>(name: string, work: (context: ConsultationsContext) => Promise<T>) =>
    // The store's type is the definition's own secret; this is the very subgraph that has it.
    running.asItself(name, (context) => work(context as unknown as ConsultationsContext));
  const ask = async (viewer: Viewer | null, query: string, variables: Variables = {}, subgraph = 'consultations') =>
    (await running.ask(subgraph, viewer, { query, variables })) as Answer;

  const change = async (viewer: Viewer, mutation: string, [type, input]: [string, Variables], fields = SHOWN) => {
    const query = `mutation Change($input: ${type}!) { ${mutation}(input: $input) { ${fields} } }`;
    const { data, errors } = await ask(viewer, query, { input });
    if (errors) throw Object.assign(new Error(errors[0]?.message), errors[0]?.extensions);
    return data?.[mutation] as Shown;
  };
  const step =
    (mutation: string, type = 'ConsultationInput') =>
    (viewer: Viewer, consultationId: string, more: Variables = {}) =>
      change(viewer, mutation, [type, { consultationId, ...more }]);

  const on = {
    create: (viewer: Viewer, more: Variables = {}) =>
      change(viewer, 'createConsultation', ['CreateConsultationInput', { ...request, ...more }]),
    update: step('updateConsultation', 'UpdateConsultationInput'),
    submit: step('submitConsultation'),
    approve: step('approveConsultation'),
    return: step('returnConsultation'),
    invite: (viewer: Viewer, id: string, invited: readonly Viewer[]) =>
      step('inviteExperts', 'InviteExpertsInput')(viewer, id, { expertIds: invited.map((one) => one.practitionerId) }),
    accept: step('acceptInvitation'),
    decline: step('declineInvitation', 'DeclineInvitationInput'),
    start: step('startSession'),
    interrupt: step('interruptSession'),
    resume: step('resumeSession'),
    end: step('endSession'),
    sign: (viewer: Viewer, id: string, more: Variables = {}) =>
      step('signOpinion', 'SignOpinionInput')(viewer, id, {
        diagnosis: '原发性高血压2级',
        advice: '加用缬沙坦，两周后复查。',
        ...more,
      }),
    complete: (viewer: Viewer, id: string) =>
      step('completeConsultation', 'CompleteConsultationInput')(viewer, id, { conclusion: '按专家意见调整用药。' }),
    cancel: step('cancelConsultation'),
  };

  return {
    on,
    ask,
    countStatements: (work: () => Promise<unknown>) => running.countStatements('consultations', work),
    asItself,
    loadDemo: (now: Date) => running.loadDemo(['consultations'], now),
    log: running.log,
    /** The address of consultations' app role, and the superuser's, on the same database. */
    urls: { app: ground.appUrl('consultations'), admin: ground.adminUrl() },
    async watch(viewer: Viewer, query: string, variables: Variables = {}) {
      const leaving = new AbortController();
      const token = await running.tokenOf(viewer);
      const asked = { query, variables, token, requestId: 'test', signal: leaving.signal };
      const events = await running.running('consultations').subscribe(asked);
      if (!(Symbol.asyncIterator in events))
        throw Object.assign(new Error(events.errors?.[0]?.message), events.errors?.[0]?.extensions);
      const iterator = events[Symbol.asyncIterator]();
      return {
        /** The next event: that the stream has opened is for the gateway alone. */
        async next(): Promise<Answer | undefined> {
          const { value } = await iterator.next();
          return value?.extensions?.['openedAt'] === undefined ? (value as Answer | undefined) : this.next();
        },
        leave: () => {
          leaving.abort();
          return iterator.return?.();
        },
      };
    },
    publish: async <T>(work: (context: ConsultationsContext) => Promise<T>) => asItself('consultations', work),
    async pending(invited: readonly Viewer[] = [], more: Variables = {}) {
      const { id } = await on.create(people.requester, more);
      await on.submit(people.requester, id);
      await on.approve(people.coordinator, id);
      if (invited.length > 0) await on.invite(people.coordinator, id, invited);
      return id;
    },
    newId: () => uuidV7Ids.next(),
    async stop() {
      await running.stop();
      await ground.stop();
    },
  };
}

export type AtWork = Awaited<ReturnType<typeof consultationsAtWork>>;
