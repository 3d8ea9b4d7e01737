/** The buttons of what the viewer may do now: what the server does not offer is not there. */
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import styles from './action-buttons.module.css';

export interface OfferedAction {
  /** As in `availableActions`. */
  readonly action: string;
  readonly onPress: () => void;
  readonly running?: boolean;
  readonly primary?: boolean;
  readonly danger?: boolean;
}

interface ActionButtonsProps {
  readonly available: readonly string[];
  readonly offered: readonly OfferedAction[];
}

export function ActionButtons({ available, offered }: ActionButtonsProps) {
  const { t } = useTranslation('shared');
  const shown = offered.filter(({ action }) => available.includes(action));
  if (shown.length === 0) return null;
  const busy = shown.some(({ running }) => running);
  return (
    <div className={styles['buttons']}>
      {shown.map(({ action, onPress, running = false, primary = false, danger = false }) => (
        <Button
          key={action}
          type={primary ? 'primary' : 'default'}
          danger={danger}
          loading={running}
          disabled={busy && !running}
          onClick={onPress}
        >
          {t(`action.${action}`)}
        </Button>
      ))}
    </div>
  );
}
