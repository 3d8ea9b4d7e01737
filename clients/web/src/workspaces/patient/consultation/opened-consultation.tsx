/** What there is to read of one consultation, the weightiest first: how it stands, what came of it, what to do, then the rest. */
import { LeftOutlined, PrinterOutlined, VideoCameraOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { StateTag } from '../../../shared/state/state-tag.tsx';
import frame from '../frame/frame.module.css';
import { StandingWords } from '../today/standing-words.tsx';
import { mayJoin } from '../today/where-it-stands.ts';
import { Explained } from './explained.tsx';
import { Outcome } from './outcome.tsx';
import { People } from './people.tsx';
import { Progress } from './progress.tsx';
import type { WholeConsultation } from './use-my-consultation.ts';
import { AfterTheResult } from './after-the-result.tsx';

export function OpenedConsultation({ consultation }: { consultation: WholeConsultation }) {
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
      {status === 'COMPLETED' && <AfterTheResult doctor={consultation.requester.name} />}
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
