/** How much text is there: characters as people count them, without the blanks around. */
import type { FieldFault } from '@huizhen/platform/errors/expected-errors';

export function characters(text: string): number {
  return Array.from(text.trim()).length;
}

/** One fault for every text that is blank. */
export function blankFaults(texts: Readonly<Record<string, string>>): FieldFault[] {
  return Object.entries(texts)
    .filter(([, text]) => characters(text) === 0)
    .map(([path]) => ({ path, message: `Write the ${path}; it is empty.` }));
}
