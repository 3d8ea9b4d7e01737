/** Microphone, camera, voice only, and out. */
import {
  AudioMutedOutlined,
  AudioOutlined,
  LogoutOutlined,
  PhoneOutlined,
  SoundOutlined,
  VideoCameraOutlined,
} from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallSession } from './call-session.ts';
import type { CallView } from './call-view.ts';
import styles from './room.module.css';

export function CallControls({ session, view }: { session: CallSession; view: CallView }) {
  const { t } = useTranslation('call');
  const { camera, microphone } = view.senses;
  return (
    <div className={styles['controls']} role="group" aria-label={t('controls.label')}>
      {view.sends && (
        <>
          <Toggle
            on={microphone}
            icon={microphone ? <AudioOutlined aria-hidden /> : <AudioMutedOutlined aria-hidden />}
            label={t(microphone ? 'controls.mute' : 'controls.unmute')}
            onToggle={() => void session.sense({ microphone: !microphone })}
          />
          <Toggle
            on={camera && !view.audioOnly}
            disabled={view.audioOnly}
            icon={<VideoCameraOutlined aria-hidden />}
            label={t(camera ? 'controls.cameraOff' : 'controls.cameraOn')}
            onToggle={() => void session.sense({ camera: !camera })}
          />
        </>
      )}
      <Toggle
        on={!view.audioOnly}
        icon={<PhoneOutlined aria-hidden />}
        label={t(view.audioOnly ? 'controls.withVideo' : 'controls.voiceOnly')}
        onToggle={() => void session.voiceOnly(!view.audioOnly)}
      />
      {view.silenced && (
        <Button type="primary" icon={<SoundOutlined aria-hidden />} onClick={() => void session.letSpeak()}>
          {t('controls.letSpeak')}
        </Button>
      )}
      <Button danger icon={<LogoutOutlined aria-hidden />} onClick={() => void session.leave()}>
        {t('controls.leave')}
      </Button>
    </div>
  );
}

interface ToggleProps {
  readonly on: boolean;
  readonly disabled?: boolean;
  readonly icon: ReactNode;
  readonly label: string;
  readonly onToggle: () => void;
}

/** The label says what a press will do; colour and icon only repeat it. */
function Toggle({ on, disabled = false, icon, label, onToggle }: ToggleProps) {
  return (
    <Button icon={icon} disabled={disabled} className={on ? '' : (styles['off'] ?? '')} onClick={onToggle}>
      {label}
    </Button>
  );
}
