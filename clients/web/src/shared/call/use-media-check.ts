/** The check before a call: opens camera and microphone, lets one choose among several, and closes them when it is over. */
import { useEffect, useState } from 'react';
import { type DeviceFault, DeviceRefused, type Devices, type Wanted, openDevices } from './media-devices.ts';

export interface MediaCheck {
  /** Null while the browser asks for permission, and when there is nothing. */
  readonly devices: Devices | null;
  readonly fault: DeviceFault | null;
  readonly wanted: Wanted;
  choose(wanted: Wanted): void;
  again(): void;
}

type Found = { readonly devices: Devices } | { readonly fault: DeviceFault };

export function useMediaCheck(needed: boolean): MediaCheck {
  const [wanted, choose] = useState<Wanted>({ camera: null, microphone: null });
  const [tries, setTries] = useState(0);
  const [found, setFound] = useState<Found | null>(null);
  useEffect(() => {
    if (!needed) return undefined;
    const opening = openDevices(wanted);
    let over = false;
    void opening.then(
      (devices) => !over && setFound({ devices }),
      (error: unknown) => !over && setFound({ fault: error instanceof DeviceRefused ? error.fault : 'none' }),
    );
    return () => {
      over = true;
      void opening.then(({ stream }) => stop(stream)).catch(() => undefined);
    };
  }, [needed, wanted, tries]);
  return {
    devices: found && 'devices' in found ? found.devices : null,
    fault: found && 'fault' in found ? found.fault : null,
    wanted,
    choose,
    again: () => {
      setFound(null);
      setTries(tries + 1);
    },
  };
}

function stop(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
