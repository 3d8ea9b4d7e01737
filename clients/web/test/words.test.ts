/** Both languages say everything: a key that one of them lacks would be shown as a key. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Words } from '../src/shared/words/i18n.ts';

const src = join(import.meta.dirname, '../src');

async function wordsAt(path: string): Promise<Words> {
  const { words }: { words: Words } = await import(path);
  return words;
}

/** Plurals are one key: Chinese has one form, English two. */
function keysOf(words: Words, before = ''): string[] {
  return Object.entries(words).flatMap(([key, value]) => {
    const name = `${before}${key.replace(/_(?:one|other)$/, '')}`;
    return typeof value === 'string' ? [name] : keysOf(value, `${name}.`);
  });
}

const files = (await readdir(src, { recursive: true })).filter((name) => name.endsWith('.zh.ts'));

test.each(files)('%s and its English have the same keys', async (file) => {
  const [zh, en] = await Promise.all([wordsAt(join(src, file)), wordsAt(join(src, file.replace('.zh.', '.en.')))]);
  expect([...new Set(keysOf(en))].toSorted()).toEqual([...new Set(keysOf(zh))].toSorted());
});
