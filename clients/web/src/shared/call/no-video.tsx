/** No video server is configured here: says so, and that the consultation goes on in writing. */
import { VideoCameraOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import styles from './lobby.module.css';

export function NoVideo() {
  const { t } = useTranslation('call');
  return (
    <div role="note" className={styles['without']}>
      <VideoCameraOutlined aria-hidden />
      <div>
        <p className={styles['strong']}>{t('without.title')}</p>
        <p>{t('without.hint')}</p>
      </div>
    </div>
  );
}
