/** How writers speak to each other: JSON text up, and word of values that may not be null. */
import type { JsonObject } from './json.ts';
import type { Run } from './run.ts';

/** The text `null` for what is not there or cannot be written. */
export type WriteNullable = (value: unknown, run: Run) => string;

/** Undefined where null is not allowed: whatever holds the value becomes null instead. */
export type Write = (value: unknown, run: Run) => string | undefined;

export type WriteObject = (object: JsonObject, run: Run) => string;

export type WriteField = (object: JsonObject, run: Run) => string | undefined;
