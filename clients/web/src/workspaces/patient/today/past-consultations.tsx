/** Consultations that are over: when, with whom, and what came of them. */
import { RightOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { date } from '../../../shared/time/format-time.ts';
import frame from '../frame/frame.module.css';
import styles from './today.module.css';
import type { MyConsultation } from './use-my-consultations.ts';

export function PastConsultations({ consultations }: { consultations: readonly MyConsultation[] }) {
  const { t } = useTranslation('patient');
  return (
    <section className={frame['card']}>
      <h2>{t('past.title')}</h2>
      <ul className={frame['list']}>
        {consultations.map(({ id, kind, specialty, updatedAt, status, conclusion }) => (
          <li key={id}>
            <Link className={styles['past'] ?? ''} to={`/patient/consultations/${id}`}>
              <span>
                <strong>
                  {t(`shared:kind.${kind}`)} · {specialty}
                </strong>
                <span className={`${frame['quiet']} ${styles['when']}`}>
                  {t(`shared:status.${status}`)} · <time dateTime={updatedAt}>{date(updatedAt)}</time>
                </span>
                {conclusion !== null && <span className={styles['glimpse']}>{conclusion}</span>}
              </span>
              <RightOutlined aria-hidden />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
