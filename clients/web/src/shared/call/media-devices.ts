/** Camera and microphone of this device: asked for, or why they cannot be had. */
export type DeviceFault = 'denied' | 'none' | 'busy' | 'insecure';

export interface Wanted {
  /** Null: whichever the browser takes first. */
  readonly camera: string | null;
  readonly microphone: string | null;
}

export interface Devices {
  readonly stream: MediaStream;
  readonly cameras: readonly MediaDeviceInfo[];
  readonly microphones: readonly MediaDeviceInfo[];
}

export class DeviceRefused extends Error {
  readonly fault: DeviceFault;
  constructor(fault: DeviceFault) {
    super(`No camera or microphone: ${fault}.`);
    this.name = 'DeviceRefused';
    this.fault = fault;
  }
}

/** What there is of both: a device without a camera still has a voice. */
export async function openDevices(wanted: Wanted): Promise<Devices> {
  // Browsers hide them from pages that did not come over a safe line.
  if (!navigator.mediaDevices) throw new DeviceRefused('insecure');
  const stream = await streamOf(wanted);
  const known = await navigator.mediaDevices.enumerateDevices();
  const ofKind = (kind: MediaDeviceKind) => known.filter((device) => device.kind === kind && device.deviceId !== '');
  return { stream, cameras: ofKind('videoinput'), microphones: ofKind('audioinput') };
}

async function streamOf(wanted: Wanted): Promise<MediaStream> {
  const audio = wanted.microphone === null ? true : { deviceId: wanted.microphone };
  const video = { ...(wanted.camera !== null && { deviceId: wanted.camera }), width: 640, height: 360 };
  let fault: DeviceFault = 'none';
  for (const constraints of [{ audio, video }, { audio }, { video }]) {
    try {
      return await navigator.mediaDevices.getUserMedia(constraints);
    } catch (error) {
      fault = faultOf(error);
      if (fault === 'denied') break;
    }
  }
  throw new DeviceRefused(fault);
}

function faultOf(error: unknown): DeviceFault {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied';
  return name === 'NotReadableError' || name === 'AbortError' ? 'busy' : 'none';
}
