/** How many columns a text takes in a terminal, where Han characters take two. */
const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u;

export function displayWidth(text: string): number {
  return Array.from(text).reduce((columns, character) => columns + (wide.test(character) ? 2 : 1), 0);
}

export function padTo(columns: number, text: string): string {
  return text + ' '.repeat(Math.max(0, columns - displayWidth(text)));
}
