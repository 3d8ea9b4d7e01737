/** One consultation for the patient: how far it is, who asks whom, what came of it and what to do now; to print or to keep. */
import { LeftOutlined, PrinterOutlined, VideoCameraOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { LoadingState } from '../../../shared/feedback/loading-state.tsx';
import { ProblemState } from '../../../shared/feedback/problem-state.tsx';
import { StateTag } from '../../../shared/state/state-tag.tsx';
import frame from '../frame/frame.module.css';
import { PatientFrame } from '../frame/patient-frame.tsx';
import { StandingWords } from '../today/standing-words.tsx';
import type { WholeConsultation } from './use-my-consultation.ts';
import { mayJoin } from '../today/where-it-stands.ts';
import styles from './consultation.module.css';
import { Explained } from './explained.tsx';
import { Outcome } from './outcome.tsx';
import { People } from './people.tsx';
import { Progress } from './progress.tsx';
import { useMyConsultation } from './use-my-consultation.ts';

export function ConsultationPage() {
  const { t } = useTranslation('patient');
  const { id = '' } = useParams();
  const { consultation, problem, readAgain } = useMyConsultation(id);
  const title = consultation ? `${t(`shared:kind.${consultation.kind}`)} · ${consultation.specialty}` : t('one.title');
  return (
    <PatientFrame title={title}>
      {() => (
        <>
          {!consultation && problem && <ProblemState problem={problem} onRetry={readAgain} />}
          {!consultation && !problem && <LoadingState rows={3} height={140} />}
          {consultation && <Opened consultation={consultation} />}
        </>
      )}
    </PatientFrame>
  );
}

function Opened({ consultation }: { consultation: WholeConsultation }) {
  const { t } = useTranslation('patient');
  const { id, number, status, reason } = consultation;
  return (
    <>
      <section className={`${frame['card']} ${frame['first']}`}>
        <div className={frame['row']}>
          <span className={`${frame['quiet']} numerals`}>{t('one.number', { number })}</span>
          <StateTag status={status} />
        </div>
        <StandingWords consultation={consultation} />
        {mayJoin(consultation) && (
          <Link className={`${frame['tap']} ${frame['primary']}`} to={`/patient/consultations/${id}/call`}>
            <VideoCameraOutlined aria-hidden /> {t(status === 'ASSIGNED' ? 'now.wait' : 'now.join')}
          </Link>
        )}
      </section>
      <Outcome consultation={consultation} />
      {status === 'COMPLETED' && (
        <section className={frame['card']}>
          <h2>{t('todo.title')}</h2>
          <ul className={styles['todo']}>
            {(['follow', 'ask', 'worse'] as const).map((what) => (
              <li key={what}>{t(`todo.${what}`, { doctor: consultation.requester.name })}</li>
            ))}
          </ul>
        </section>
      )}
      <Explained consultation={consultation} />
      <section className={frame['card']}>
        <h2>{t('one.progress')}</h2>
        <Progress consultation={consultation} />
      </section>
      <People consultation={consultation} />
      <section className={frame['card']}>
        <h2>{t('one.reason')}</h2>
        <p className={frame['words']}>{reason}</p>
      </section>
      <div className={frame['actions']}>
        <Link className={frame['tap'] ?? ''} to="/patient">
          <LeftOutlined aria-hidden /> {t('nav.today')}
        </Link>
        <button type="button" className={frame['tap']} onClick={() => print()}>
          <PrinterOutlined aria-hidden /> {t('one.print')}
        </button>
      </div>
    </>
  );
}
