/** Inside the room: the others large, oneself small, what the line carries and why, and the way out. */
import { LoadingOutlined, WarningFilled } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { CallControls } from './call-controls.tsx';
import { type CallOf, guestOf } from './call-of.ts';
import type { Senses } from './call-session.ts';
import { ProfileWords } from './profile-words.tsx';
import styles from './room.module.css';
import { SeatTile } from './seat.tsx';
import { useCallSession } from './use-call-session.ts';
import { useLineReports } from './use-line-reports.ts';
import type { RoomAccess } from './use-room-access.ts';

interface CallRoomProps extends Pick<CallOf, 'consultation'> {
  readonly access: RoomAccess;
  readonly senses: Senses;
  readonly ask: () => Promise<RoomAccess | null>;
  /** Back to the lobby. */
  readonly onOut: () => void;
}

export function CallRoom({ consultation, access, senses, ask, onOut }: CallRoomProps) {
  const { t } = useTranslation('call');
  const { session, view, comeBack } = useCallSession({ access, senses, ask });
  useLineReports(session, consultation.id);
  if (view.state === 'left' && view.left !== null) {
    return (
      <div className={styles['left']} role="status">
        <p>{t(`left.${view.left}`)}</p>
        <div className={styles['controls']}>
          {view.left !== 'closed' && (
            <Button type="primary" onClick={() => void comeBack()}>
              {t('left.again')}
            </Button>
          )}
          <Button onClick={onOut}>{t('left.lobby')}</Button>
        </div>
      </div>
    );
  }
  const alone = view.state === 'inside' && view.seats.length === 1;
  return (
    <div className={styles['room']} data-call={view.state}>
      <ul className={styles['seats']} aria-label={t('room.people')}>
        {view.seats.map((seat) => (
          <SeatTile key={seat.identity} seat={seat} guest={guestOf(seat.identity, consultation)} />
        ))}
      </ul>
      <p role="status" className={styles['news']}>
        {view.state !== 'inside' && (
          <>
            <LoadingOutlined aria-hidden /> {t(`room.${view.state}`)}
          </>
        )}
        {alone && t('room.alone')}
      </p>
      {view.deviceLost && (
        <p role="alert" className={styles['warning']}>
          <WarningFilled aria-hidden /> {t('room.deviceLost')}
        </p>
      )}
      {view.profile && view.sends && <ProfileWords profile={view.profile} />}
      <CallControls session={session} view={view} />
    </div>
  );
}
