/** One who is in the call: picture or initial, part and name, whether they speak and how their line is. */
import { AudioMutedOutlined, UserOutlined, WarningFilled } from '@ant-design/icons';
import type { Track } from 'livekit-client';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Guest } from './call-of.ts';
import type { Seat } from './call-view.ts';
import styles from './room.module.css';

export function SeatTile({ seat, guest }: { seat: Seat; guest: Guest }) {
  const { t } = useTranslation('call');
  const part = t(`part.${guest.role ?? 'OTHER'}`);
  const weak = seat.quality === 'POOR' || seat.quality === 'CRITICAL';
  return (
    <li
      className={`${styles['seat']} ${seat.speaking ? styles['speaking'] : ''} ${seat.self ? styles['self'] : ''}`}
      data-seat={seat.identity}
    >
      {seat.video ? <Picture track={seat.video} mirrored={seat.self} /> : <UserOutlined aria-hidden />}
      {seat.audio && <Sound track={seat.audio} />}
      <span className={styles['name']}>
        {seat.muted && <AudioMutedOutlined aria-label={t('seat.muted')} />} {guest.name ?? part}
        {guest.name !== null && <span className={styles['part']}> {part}</span>}
        {seat.self && <span className={styles['part']}> {t('seat.self')}</span>}
        {weak && (
          <span className={styles['weak']}>
            <WarningFilled aria-hidden /> {t(`line.${seat.quality}`)}
          </span>
        )}
      </span>
    </li>
  );
}

function Picture({ track, mirrored }: { track: Track; mirrored: boolean }) {
  const place = useRef<HTMLVideoElement>(null);
  useEffect(() => attach(track, place.current), [track]);
  return <video ref={place} className={mirrored ? styles['mirrored'] : ''} muted={mirrored} autoPlay playsInline />;
}

function Sound({ track }: { track: Track }) {
  const place = useRef<HTMLAudioElement>(null);
  useEffect(() => attach(track, place.current), [track]);
  return <audio ref={place} autoPlay />;
}

function attach(track: Track, element: HTMLMediaElement | null): () => void {
  if (element) track.attach(element);
  return () => {
    if (element) track.detach(element);
  };
}
