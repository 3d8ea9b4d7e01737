/** Grey bars where the content will be, as tall as it will be, so that nothing jumps when it comes. */
import { useTranslation } from 'react-i18next';
import styles from './feedback.module.css';

export function LoadingState({ rows = 6, height = 44 }: { rows?: number; height?: number }) {
  const { t } = useTranslation('shared');
  return (
    <div role="status" className={styles['bars']}>
      <span className="unseen">{t('loading')}</span>
      {Array.from({ length: rows }, (_row, index) => (
        <span key={index} aria-hidden className={styles['bar']} style={{ height }} />
      ))}
    </div>
  );
}
