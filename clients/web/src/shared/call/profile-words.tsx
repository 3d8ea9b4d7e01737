/** What the camera may send on this line, and why: in the server's own words, or in English from its figures. */
import { useTranslation } from 'react-i18next';
import styles from './room.module.css';
import type { VideoProfile } from './use-room-access.ts';

export function ProfileWords({ profile }: { profile: VideoProfile }) {
  const { t, i18n } = useTranslation('call');
  const { because, audioOnly, height, framesPerSecond, maxBitrateKbps } = profile;
  const figures = { height, frames: framesPerSecond, kbps: maxBitrateKbps };
  const inEnglish = t(audioOnly ? 'profile.voice' : 'profile.video', figures);
  return (
    <p role="status" className={styles['profile']} data-audio-only={audioOnly}>
      {i18n.language === 'en' ? inEnglish : because}
    </p>
  );
}
