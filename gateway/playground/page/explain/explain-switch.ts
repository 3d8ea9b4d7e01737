/** Whether answers are to be explained, and how the last one came about. */
import { isExplanation, type Explanation } from './explanation.ts';

interface WithExtensions {
  extensions?: Record<string, unknown> | undefined;
}

export class ExplainSwitch {
  private on = false;
  private last: Explanation | null = null;
  private readonly listeners = new Set<() => void>();

  get isOn(): boolean {
    return this.on;
  }

  get explanation(): Explanation | null {
    return this.last;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly toggle = (): void => {
    this.on = !this.on;
    if (!this.on) this.last = null;
    this.tell();
  };

  /** Takes the explanation out of an answer, which is shown without it. */
  takeFrom<Answer extends WithExtensions>(answer: Answer): Answer {
    const { explain, ...others } = answer.extensions ?? {};
    this.last = this.on && isExplanation(explain) ? explain : null;
    this.tell();
    if (explain === undefined) return answer;
    return { ...answer, extensions: Object.keys(others).length > 0 ? others : undefined };
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}
