/** The configured LiveKit server: its address and key, or a clear word that there is none. */
import { NoVideoServer } from '../domain/media-errors.ts';
import type { MediaSettings } from '../config.ts';

export interface VideoServer {
  readonly url: string;
  readonly apiKey: string;
  readonly apiSecret: string;
}

/** The settings are set together or not at all, which was checked at the start. */
export function videoServer(settings: MediaSettings): VideoServer | null {
  const { LIVEKIT_URL: url, LIVEKIT_API_KEY: apiKey, LIVEKIT_API_SECRET: apiSecret } = settings;
  return url && apiKey && apiSecret ? { url, apiKey, apiSecret } : null;
}

export function requireVideoServer(settings: MediaSettings): VideoServer {
  const server = videoServer(settings);
  if (server === null) throw new NoVideoServer();
  return server;
}
