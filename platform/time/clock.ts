/** Time and ids come from here, so that a test can hold them still. */
import { v7 } from 'uuid';

export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

export interface Ids {
  /** A new UUIDv7: sorts by the time it was made. */
  next(): string;
}

export const uuidV7Ids: Ids = { next: () => v7() };
