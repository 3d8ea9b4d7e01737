/** What is asked, by whom, and the history that goes with it. */
import { useTranslation } from 'react-i18next';
import styles from './request.module.css';
import type { Request } from './use-request.ts';

export function RequestText({ request }: { request: Request }) {
  const { t } = useTranslation('coordinator');
  const { kind, diseaseCode, reason, summary, requester, institution } = request;
  return (
    <>
      <p className={styles['quiet']}>
        {t(`shared:kind.${kind}`)}
        {diseaseCode !== null && ` · ${diseaseCode}`} · {institution.name} · {requester.name}{' '}
        {t(`shared:title.${requester.title}`)}
      </p>
      <section>
        <h3>{t('request.reason')}</h3>
        <p className={styles['words']}>{reason}</p>
      </section>
      <section>
        <h3>{t('request.summary')}</h3>
        <p className={styles['words']}>{summary}</p>
      </section>
    </>
  );
}
