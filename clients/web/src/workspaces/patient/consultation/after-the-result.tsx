/** What every patient may do with a result, in the same words for all; what this one should do stands in the conclusion alone. */
import { useTranslation } from 'react-i18next';
import frame from '../frame/frame.module.css';
import styles from './consultation.module.css';

const parts = ['follow', 'ask', 'worse'] as const;

export function AfterTheResult({ doctor }: { doctor: string }) {
  const { t } = useTranslation('patient');
  return (
    <section className={frame['card']}>
      <h2>{t('after.title')}</h2>
      <ul className={styles['after']}>
        {parts.map((part) => (
          <li key={part}>{t(`after.${part}`, { doctor })}</li>
        ))}
      </ul>
    </section>
  );
}
