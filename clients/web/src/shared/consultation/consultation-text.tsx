/** What is asked, by whom, and the history that goes with it. */
import { useTranslation } from 'react-i18next';
import styles from './consultation.module.css';
import type { Consultation } from './use-consultation.ts';

export function ConsultationText({ consultation }: { consultation: Consultation }) {
  const { t } = useTranslation('shared');
  const { kind, diseaseCode, reason, summary, requester, institution } = consultation;
  return (
    <>
      <p className={styles['quiet']}>
        {t(`kind.${kind}`)}
        {diseaseCode !== null && ` · ${diseaseCode}`} · {institution.name} · {requester.name}{' '}
        {t(`title.${requester.title}`)}
      </p>
      <section>
        <h3>{t('consultation.reason')}</h3>
        <p className={styles['words']}>{reason}</p>
      </section>
      <section>
        <h3>{t('consultation.summary')}</h3>
        <p className={styles['words']}>{summary}</p>
      </section>
    </>
  );
}
