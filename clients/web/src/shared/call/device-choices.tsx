/** Which camera and which microphone, where there are several. */
import { useTranslation } from 'react-i18next';
import { Choice } from '../controls/choice.tsx';
import styles from './lobby.module.css';
import type { Devices, Wanted } from './media-devices.ts';

interface DeviceChoicesProps {
  readonly devices: Devices;
  readonly wanted: Wanted;
  readonly onChoose: (wanted: Wanted) => void;
}

export function DeviceChoices({ devices: { cameras, microphones }, wanted, onChoose }: DeviceChoicesProps) {
  const { t } = useTranslation('call');
  const rows = [
    { label: t('check.camera'), found: cameras, name: 'camera' },
    { label: t('check.microphone'), found: microphones, name: 'microphone' },
  ] as const;
  return rows
    .filter(({ found }) => found.length > 1)
    .map(({ label, found, name }) => (
      <label key={name} className={styles['device']}>
        {label}
        <Choice
          label={label}
          value={wanted[name] ?? found[0]?.deviceId ?? ''}
          options={found.map((device) => ({ value: device.deviceId, label: device.label }))}
          onChoose={(id) => onChoose({ ...wanted, [name]: id })}
        />
      </label>
    ));
}
