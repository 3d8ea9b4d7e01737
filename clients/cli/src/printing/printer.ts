/** Lines for a person: the time since the start, a mark, and words in Chinese and English. */
import { styleText } from 'node:util';

type Style = Parameters<typeof styleText>[0];
export type Write = (text: string) => void;

export class Printer {
  private readonly write: Write;
  private readonly elapsedMs: () => number;

  constructor(write: Write, elapsedMs: () => number) {
    this.write = write;
    this.elapsedMs = elapsedMs;
  }

  step(number: number, title: string): void {
    this.write('\n');
    this.line('bold', `── ${number} · ${title}`);
  }

  fact(text: string): void {
    this.line('reset', `   ${text}`);
  }

  good(text: string): void {
    this.line('green', `   ✓ ${text}`);
  }

  event(text: string): void {
    this.line('cyan', `   ◀ ${text}`);
  }

  notice(text: string): void {
    this.line('yellow', `   ! ${text}`);
  }

  failure(text: string): void {
    this.line('red', `✗ ${text}`);
  }

  plain(text: string): void {
    this.write(`${text}\n`);
  }

  private line(style: Style, text: string): void {
    const time = `+${(this.elapsedMs() / 1_000).toFixed(3).padStart(8)}s`;
    const body = text.split('\n').join(`\n${' '.repeat(time.length + 4)}`);
    this.write(`${styleText('dim', time)} ${styleText(style, body)}\n`);
  }
}
