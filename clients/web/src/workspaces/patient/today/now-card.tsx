/** A consultation under way: what it waits for in plain words, what comes next, and the way into the room when it is open. */
import { RightOutlined, VideoCameraOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { StateTag } from '../../../shared/state/state-tag.tsx';
import frame from '../frame/frame.module.css';
import { StandingWords } from './standing-words.tsx';
import type { MyConsultation } from './use-my-consultations.ts';
import { mayJoin } from './where-it-stands.ts';

export function NowCard({ consultation, first }: { consultation: MyConsultation; first: boolean }) {
  const { t } = useTranslation('patient');
  const { id, kind, specialty, status } = consultation;
  return (
    <section className={`${frame['card']} ${first ? frame['first'] : ''}`} aria-labelledby={`now-${id}`}>
      <div className={frame['row']}>
        <h2 id={`now-${id}`}>
          {t(`shared:kind.${kind}`)} · {specialty}
        </h2>
        <StateTag status={status} />
      </div>
      <StandingWords consultation={consultation} />
      <div className={frame['actions']}>
        {mayJoin(consultation) && (
          <Link className={`${frame['tap']} ${frame['primary']}`} to={`/patient/consultations/${id}/call`}>
            <VideoCameraOutlined aria-hidden /> {t(status === 'ASSIGNED' ? 'now.wait' : 'now.join')}
          </Link>
        )}
        <Link className={frame['tap'] ?? ''} to={`/patient/consultations/${id}`}>
          {t('now.open')} <RightOutlined aria-hidden />
        </Link>
      </div>
    </section>
  );
}
