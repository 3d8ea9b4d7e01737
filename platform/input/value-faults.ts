/** Values from outside that could not be kept, or not even walked: text that no database takes, and nesting or lists without end. */
import type { FieldFault } from '../errors/expected-errors.ts';

export interface ValueLimits {
  readonly depth: number;
  /** Of one list. */
  readonly listLength: number;
  /** Of everything together. */
  readonly values: number;
}

/** The first fault, with its path; null when there is none. Never goes deeper than the limit, so no nesting can exhaust the stack. */
export function valueFault(value: unknown, limits: ValueLimits): FieldFault | null {
  const first = new Inspection(limits).of(value, 0);
  if (!first) return null;
  // A key may itself be the text that is at fault, and may be any length; a deep path says no more than its beginning.
  const shown = first.path.slice(0, 6).map((key) => (/^\w{1,60}$/.test(key) ? key : '…'));
  return { path: ['variables', ...shown].join('.'), message: first.message };
}

/** PostgreSQL keeps no NUL, and half a surrogate pair is no character (Unicode 16, D75). */
export function textFault(text: string): string | null {
  if (text.includes('\u0000')) return 'holds the character NUL: leave it out';
  return text.isWellFormed() ? null : 'holds half a character (a lone surrogate): mend the text’s encoding';
}

/** Its path grows from the inside on the way out, so that values without fault cost nothing. */
interface Found {
  readonly path: string[];
  readonly message: string;
}

class Inspection {
  private readonly limits: ValueLimits;
  private seen = 0;

  constructor(limits: ValueLimits) {
    this.limits = limits;
  }

  of(value: unknown, depth: number): Found | null {
    const { limits } = this;
    this.seen += 1;
    if (this.seen > limits.values) return found(`there are more than ${limits.values} values: send less at once`);
    if (typeof value === 'string') return found(textFault(value));
    if (typeof value !== 'object' || value === null) return null;
    if (depth >= limits.depth) return found(`is nested deeper than ${limits.depth} levels`);
    return Array.isArray(value) ? this.ofList(value, depth + 1) : this.ofObject(value, depth + 1);
  }

  private ofList(list: readonly unknown[], depth: number): Found | null {
    const most = this.limits.listLength;
    if (list.length > most) return found(`has ${list.length} entries, more than ${most}: send fewer at once`);
    for (const [at, one] of list.entries()) {
      const inside = this.of(one, depth);
      if (inside) return within(String(at), inside);
    }
    return null;
  }

  private ofObject(object: object, depth: number): Found | null {
    for (const [key, one] of Object.entries(object)) {
      const inside = found(textFault(key)) ?? this.of(one, depth);
      if (inside) return within(key, inside);
    }
    return null;
  }
}

function found(message: string | null): Found | null {
  return message === null ? null : { path: [], message };
}

function within(key: string, { path, message }: Found): Found {
  path.unshift(key);
  return { path, message };
}
