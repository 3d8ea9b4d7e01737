/** Access tokens that somebody else fetches, such as an OpenID Connect library. */
import type { Machine } from '../machine.ts';
import { tokenFrom, type Token, type TokenSource } from './token.ts';

export class GivenTokens implements TokenSource {
  private readonly give: () => string | null | Promise<string | null>;
  private readonly machine: Machine;
  private last: Token | null = null;

  constructor(give: () => string | null | Promise<string | null>, machine: Machine) {
    this.give = give;
    this.machine = machine;
  }

  async token(): Promise<Token | null> {
    const text = await this.give();
    if (text === null) return null;
    if (this.last?.text !== text) this.last = tokenFrom(text, this.machine.now());
    return this.last;
  }

  /** Whoever gives them renews them. */
  forget(): void {
    this.last = null;
  }
}
