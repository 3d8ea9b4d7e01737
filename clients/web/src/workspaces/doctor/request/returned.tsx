/** Why the centre gave a request back, in its own words. */
import { RollbackOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { Consultation } from '../../../shared/consultation/use-consultation.ts';
import { dateAndTime } from '../../../shared/time/format-time.ts';
import styles from './request.module.css';

export function Returned({ timeline }: Pick<Consultation, 'timeline'>) {
  const { t } = useTranslation('doctor');
  const last = timeline.findLast(({ event }) => event === 'consultation.returned');
  if (!last) return null;
  return (
    <p role="note" className={styles['returned']}>
      <RollbackOutlined aria-hidden />{' '}
      <strong>{t('request.returned', { name: last.by?.name ?? t('shared:system'), at: dateAndTime(last.at) })}</strong>{' '}
      {last.note}
    </p>
  );
}
