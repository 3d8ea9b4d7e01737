/** A platform at work, whichever way it is laid out. */
export interface RunningPlatform {
  readonly port: number;
  readonly demo: boolean;
  stop(): Promise<void>;
}
