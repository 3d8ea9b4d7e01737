/** Before the door: does the camera see, does the microphone hear, who is there already, and in. */
import { VideoCameraOutlined } from '@ant-design/icons';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOf } from './call-of.ts';
import type { Senses } from './call-session.ts';
import { DeviceChoices } from './device-choices.tsx';
import { DeviceFaultNote } from './device-fault-note.tsx';
import { InsideNow } from './inside-now.tsx';
import { LevelMeter } from './level-meter.tsx';
import styles from './lobby.module.css';
import { Preview } from './preview.tsx';
import { ProfileWords } from './profile-words.tsx';
import { useMediaCheck } from './use-media-check.ts';
import type { VideoProfile } from './use-room-access.ts';

interface LobbyProps extends Pick<CallOf, 'consultation' | 'role'> {
  readonly profile: VideoProfile | null;
  readonly asking: boolean;
  readonly onJoin: (senses: Senses) => void;
}

export function Lobby({ consultation, role, profile, asking, onJoin }: LobbyProps) {
  const { t } = useTranslation('call');
  const looksOn = role === 'COORDINATOR';
  const check = useMediaCheck(!looksOn);
  const [camera, setCamera] = useState(true);
  const [microphone, setMicrophone] = useState(true);
  const { devices, fault, wanted } = check;
  const sees = (devices?.stream.getVideoTracks().length ?? 0) > 0;
  const hears = (devices?.stream.getAudioTracks().length ?? 0) > 0;
  // Whoever is quicker than the browser's question still means to be seen and heard.
  const asked = !devices && !fault;
  const join = () =>
    onJoin({
      camera: camera && (sees || asked),
      microphone: microphone && (hears || asked),
      cameraId: wanted.camera,
      microphoneId: wanted.microphone,
    });
  return (
    <div className={styles['lobby']}>
      {!looksOn && (
        <div className={styles['check']}>
          {devices && sees && camera && <Preview stream={devices.stream} />}
          {!(devices && sees && camera) && (
            <p className={styles['noPicture']}>
              <VideoCameraOutlined aria-hidden />
              {t(asked ? 'check.asking' : 'check.noPicture')}
            </p>
          )}
          {devices && hears && <LevelMeter stream={devices.stream} />}
          {devices && !hears && <p className={styles['quiet']}>{t('check.noMicrophone')}</p>}
          {fault && <DeviceFaultNote fault={fault} onRetry={check.again} />}
        </div>
      )}
      <div className={styles['ready']}>
        <p>{t(looksOn ? 'role.looksOn' : 'role.as', { part: t(`part.${role}`) })}</p>
        <InsideNow consultation={consultation} />
        {devices && (
          <>
            <Checkbox checked={camera && sees} disabled={!sees} onChange={(event) => setCamera(event.target.checked)}>
              {t('check.withCamera')}
            </Checkbox>
            <Checkbox
              checked={microphone && hears}
              disabled={!hears}
              onChange={(event) => setMicrophone(event.target.checked)}
            >
              {t('check.withMicrophone')}
            </Checkbox>
            <DeviceChoices devices={devices} wanted={wanted} onChoose={check.choose} />
          </>
        )}
        {profile && !looksOn && <ProfileWords profile={profile} />}
        <Button type="primary" size="large" loading={asking} onClick={join}>
          {t(fault ? 'join.listen' : 'join.in')}
        </Button>
      </div>
    </div>
  );
}
