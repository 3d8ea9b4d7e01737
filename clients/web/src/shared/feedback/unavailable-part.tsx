/** A part of the page that could not be read, while the rest is there. */
import { DisconnectOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import styles from './feedback.module.css';

export function UnavailablePart({ part }: { part: string }) {
  const { t } = useTranslation('shared');
  return (
    <p role="note" className={styles['missing']}>
      <DisconnectOutlined aria-hidden /> {t('part.missing', { part })}
      <span className={styles['hint']}>{t('part.hint')}</span>
    </p>
  );
}
