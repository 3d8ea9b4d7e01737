/** Keys derived from a master key by HKDF-SHA-256 (RFC 5869), one per use, so that no two uses share a key. */
import { createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import { LRUCache } from 'lru-cache';

const derived = new WeakMap<KeyObject, LRUCache<string, KeyObject>>();

export function derivedKey(masterKey: KeyObject, info: string): KeyObject {
  const cache = derived.get(masterKey) ?? new LRUCache<string, KeyObject>({ max: 10_000 });
  derived.set(masterKey, cache);
  const known = cache.get(info);
  if (known) return known;
  const key = createSecretKey(Buffer.from(hkdfSync('sha256', masterKey, '', info, 32)));
  cache.set(info, key);
  return key;
}
