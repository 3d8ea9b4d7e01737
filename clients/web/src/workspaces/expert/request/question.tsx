/** What is asked, in type that can be read from a chair; then by whom, and the history that goes with it. */
import { LeftOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Consultation } from '../../../shared/consultation/use-consultation.ts';
import { UrgencyMark } from '../../../shared/state/urgency-mark.tsx';
import styles from './question.module.css';

export function Question({ request }: { request: Consultation }) {
  const { t } = useTranslation('expert');
  const { number, urgency, kind, specialty, diseaseCode, reason, summary, requester, institution } = request;
  return (
    <>
      <p className={styles['head']}>
        <Link to="/expert">
          <LeftOutlined aria-hidden /> {t('title')}
        </Link>
        <span className={`${styles['quiet']} numerals`}>{number}</span>
      </p>
      <p className={styles['facts']}>
        <UrgencyMark urgency={urgency} />
        <span>{t(`shared:kind.${kind}`)}</span>
        <span>{specialty}</span>
        {diseaseCode !== null && <span className="numerals">{diseaseCode}</span>}
      </p>
      <h1 className={styles['reason']}>{reason}</h1>
      <p className={styles['quiet']}>
        {institution.name} · {requester.name} {t(`shared:title.${requester.title}`)}
      </p>
      <h2 className={styles['heading']}>{t('shared:consultation.summary')}</h2>
      <p className={styles['summary']}>{summary}</p>
    </>
  );
}
