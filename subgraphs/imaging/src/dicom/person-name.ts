/** A person name (PN): alphabetic, ideographic and phonetic groups between equals signs (PS3.5 6.2.1). */

export interface PersonName {
  Alphabetic?: string | undefined;
  Ideographic?: string | undefined;
  Phonetic?: string | undefined;
}

export function personName(text: string): PersonName {
  const [alphabetic, ideographic, phonetic] = text.split('=').map(withoutEmptyEnd);
  return {
    ...(alphabetic && { Alphabetic: alphabetic }),
    ...(ideographic && { Ideographic: ideographic }),
    ...(phonetic && { Phonetic: phonetic }),
  };
}

/** `王^小东=` and `TEST^^^^` without what is empty at the end; undefined when nothing is left. */
export function trimmedName(text: string | undefined): string | undefined {
  const name = (text ?? '').split('=').map(withoutEmptyEnd).join('=').replace(/=+$/, '');
  return name === '' ? undefined : name;
}

/** Trailing empty components (`Wang^Li^^^`) carry nothing. */
function withoutEmptyEnd(group: string): string {
  let end = group.length;
  while (end > 0 && (group[end - 1] === '^' || group[end - 1] === ' ')) end -= 1;
  return group.slice(0, end);
}
