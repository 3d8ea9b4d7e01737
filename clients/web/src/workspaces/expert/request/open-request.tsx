/** The request laid out: the patient on top, three columns, and below them what one may do now. */
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import type { Action } from '../../../shared/actions/use-action.ts';
import { Call, CallSteps } from '../../../shared/call/call.tsx';
import { Invitations } from '../../../shared/consultation/invitations.tsx';
import { Timeline } from '../../../shared/consultation/timeline.tsx';
import type { Consultation } from '../../../shared/consultation/use-consultation.ts';
import { RecordBanner } from '../../../shared/record/record-banner.tsx';
import { openInvitationOf } from '../desk/desk-state.ts';
import { OpinionPart } from '../opinion/opinion-part.tsx';
import type { Myself } from '../use-myself.ts';
import type { AcceptInvitationMutation, AcceptInvitationMutationVariables } from './answer.graphql.ts';
import { AnswerBar } from './answer-bar.tsx';
import { Earlier } from './earlier.tsx';
import { Findings } from './findings.tsx';
import { ImagesToSee } from './images-to-see.tsx';
import { Question } from './question.tsx';
import styles from './request.module.css';
import { ExpertRequestPatientDocument } from './request.graphql.ts';

interface OpenRequestProps {
  readonly request: Consultation;
  readonly myself: Myself;
  readonly accept: Action<AcceptInvitationMutation, AcceptInvitationMutationVariables>;
  readonly readAgain: () => void;
}

export function OpenRequest({ request, myself, accept, readAgain }: OpenRequestProps) {
  const { t } = useTranslation('expert');
  const [address, setAddress] = useSearchParams();
  const opinion = useRef<HTMLDivElement>(null);
  const columns = useRef<HTMLDivElement>(null);
  const patientId = usePatientId(request.id);
  const invitation = openInvitationOf(request, myself.id);
  const takesPart = invitation?.status === 'ACCEPTED';
  const calling = takesPart && address.has('call');
  const toggleCall = () => {
    setAddress(calling ? {} : { call: '1' }, { replace: true });
    // On a phone the video stands above everything else.
    columns.current?.scrollTo({ top: 0 });
  };
  const toOpinion = () => {
    opinion.current?.scrollIntoView({ block: 'start' });
    opinion.current?.querySelector<HTMLElement>('textarea, button')?.focus();
  };
  return (
    <>
      {patientId === null ? <div className={styles['bannerToCome']} /> : <RecordBanner patientId={patientId} />}
      <div ref={columns} className={styles['columns']}>
        {calling && (
          <div className={styles['dock']} tabIndex={0} role="group" aria-label={t('call.docked')}>
            <Call consultation={request} role="EXPERT" readAgain={readAgain} />
          </div>
        )}
        <section className={styles['column']} tabIndex={0} aria-label={t('request.question')}>
          <Question request={request} />
        </section>
        <section className={styles['column']} tabIndex={0} aria-label={t('request.findings')}>
          {patientId !== null && <Findings patientId={patientId} />}
          <ImagesToSee id={request.id} />
        </section>
        <section className={`${styles['column']} ${styles['course']}`} tabIndex={0} aria-label={t('request.course')}>
          {takesPart && !calling && <CallSteps consultation={request} readAgain={readAgain} />}
          <div ref={opinion}>
            <OpinionPart request={request} myself={myself} readAgain={readAgain} />
          </div>
          <Invitations invitations={request.invitations} />
          {patientId !== null && <Earlier patientId={patientId} exceptId={request.id} />}
          <Timeline entries={request.timeline} />
        </section>
      </div>
      <AnswerBar
        request={request}
        invitation={invitation}
        accept={accept}
        calling={calling}
        onCall={toggleCall}
        onOpinion={toOpinion}
      />
    </>
  );
}

/** The consultation knows whose it is, even where patients cannot be read. */
function usePatientId(id: string): string | null {
  const [{ data }] = useQuery({ query: ExpertRequestPatientDocument, variables: { id } });
  return data?.consultation?.patient.id ?? null;
}
