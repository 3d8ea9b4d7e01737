/** Words of medicine that occur in the outcome, explained in general; it says that it is no judgement of this patient. */
import { InfoCircleOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import frame from '../frame/frame.module.css';
import type { WholeConsultation } from './use-my-consultation.ts';
import styles from './consultation.module.css';
import { newestOf } from './newest-of.ts';
import { termsIn } from './terms-in.ts';

export function Explained({ consultation: { conclusion, opinions } }: { consultation: WholeConsultation }) {
  const { t } = useTranslation('patient');
  const written = newestOf(opinions).map(({ diagnosis, advice }) => `${diagnosis} ${advice}`);
  const terms = termsIn([conclusion ?? '', ...written].join(' '));
  if (terms.length === 0) return null;
  return (
    <section className={frame['card']}>
      <h2>{t('explained.title')}</h2>
      <p className={styles['marked']}>
        <InfoCircleOutlined aria-hidden /> {t('explained.mark')}
      </p>
      <dl className={styles['terms']}>
        {terms.map((term) => (
          <div key={term}>
            <dt>{t(`term.${term}.name`)}</dt>
            <dd>{t(`term.${term}.means`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
