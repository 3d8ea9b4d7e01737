/** The words under which a patient is found: whole name, surname, pinyin and initials. */
import { pinyin } from 'pinyin-pro';

/** compound surnames still in use (百家姓 and the census of 2020) */
const compoundSurnames =
  '欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 司徒 司空 夏侯 南宫 西门 长孙 宇文 轩辕 端木 独孤 呼延 闻人 申屠 澹台 公冶 太史 濮阳 淳于 单于 赫连 钟离 拓跋 万俟 百里 东郭 左丘'.split(
    ' ',
  );

/** pinyin-pro 3.29 reads this one as shanyu */
const misreadSurnames: ReadonlyMap<string, readonly string[]> = new Map([['单于', ['chan', 'yu']]]);

/** Normalised and each once; the same normalisation must run over what the user types (`normalSearchWord`). */
export function searchWords(name: string): readonly string[] {
  const whole = normalSearchWord(name);
  const isChinese = /^\p{Script=Han}+$/u.test(whole);
  const words = isChinese ? wordsOfChineseName(whole) : wordsOfOtherName(name);
  return [...new Set([whole, ...words])].filter((word) => word !== '');
}

/** Lower case without spaces, dots and tone or accent marks; ü is v, as on a Chinese keyboard. */
export function normalSearchWord(word: string): string {
  const plain = word
    .normalize('NFD')
    .toLowerCase()
    .replaceAll('u\u0308', 'v')
    .replaceAll(/\p{Mn}/gu, '');
  return plain.normalize('NFC').replaceAll(/[\s·•.'’-]+/gu, '');
}

function wordsOfChineseName(name: string): string[] {
  const compound = compoundSurnames.find((surname) => name.startsWith(surname) && name.length > surname.length);
  const surname = compound ?? Array.from(name).slice(0, 1).join('');
  const syllables = syllablesOf(name, surname);
  const surnameSyllables = syllables.slice(0, Array.from(surname).length);
  const initials = syllables.map((syllable) => syllable.slice(0, 1)).join('');
  return [surname, syllables.join(''), surnameSyllables.join(''), initials];
}

function syllablesOf(name: string, surname: string): readonly string[] {
  // surname: 'head' reads 单, 仇, 曾 as the surnames they are when they stand first
  const read = pinyin(name, { toneType: 'none', type: 'array', surname: 'head', v: true }).map(normalSearchWord);
  const known = misreadSurnames.get(surname);
  return known === undefined ? read : [...known, ...read.slice(known.length)];
}

function wordsOfOtherName(name: string): string[] {
  const parts = name.split(/[\s·•]+/u).map(normalSearchWord);
  return [...parts, parts.toReversed().join(''), parts.map((part) => part.slice(0, 1)).join('')];
}
