/** Why there is neither picture nor sound of oneself, and what to do about it. */
import { WarningFilled } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import styles from './lobby.module.css';
import type { DeviceFault } from './media-devices.ts';

export function DeviceFaultNote({ fault, onRetry }: { fault: DeviceFault; onRetry: () => void }) {
  const { t } = useTranslation('call');
  return (
    <div role="alert" className={styles['fault']}>
      <WarningFilled aria-hidden />
      <div>
        <p className={styles['strong']}>{t(`fault.${fault}.title`)}</p>
        <p>{t(`fault.${fault}.hint`)}</p>
      </div>
      <Button size="small" onClick={onRetry}>
        {t('shared:retry')}
      </Button>
    </div>
  );
}
