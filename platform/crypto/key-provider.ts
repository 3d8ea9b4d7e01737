/** Holds the key-encryption keys: in files or the environment by default, in a key management service in production. */
export interface KeyProvider {
  /** The version that wraps new data keys. */
  currentVersion(): number;
  /** `context` names what the data key is for; it has to be the same at `unwrap`. */
  wrap(dataKey: Buffer, context: string): Promise<WrappedKey>;
  /** @throws SealBroken when the bytes or the context are not those of `wrap`. */
  unwrap(wrapped: WrappedKey, context: string): Promise<Buffer>;
  /** Whether the current version wrapped it; otherwise a rotation has to wrap it again. */
  isCurrent(wrapped: WrappedKey): boolean;
}

/** Opaque to all but the provider that wrapped it; it carries the version of its key-encryption key. */
export type WrappedKey = Buffer;
