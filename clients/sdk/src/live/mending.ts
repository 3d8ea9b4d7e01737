/** How often a line was opened in vain, and so how long to wait before the next try. */
import type { HuizhenError } from '../errors/huizhen-error.ts';
import type { Machine } from '../machine.ts';
import { backoffMs, pause } from '../pause.ts';
import type { Connection } from './connection.ts';

/** A line that held so long is a good one, even if nothing came over it. */
const STEADY_MS = 10_000;

export class Mending {
  private readonly connection: Connection;
  private readonly machine: Machine;
  private failures = 0;
  private refused = false;
  private heldSince: number | null = null;

  constructor(connection: Connection, machine: Machine) {
    this.connection = connection;
    this.machine = machine;
  }

  /** The platform took the connection; what it refused before, it may refuse again. */
  held(): void {
    this.heldSince = this.machine.now();
    if (!this.refused) this.connection.isBack(this);
  }

  /** An event came. */
  works(): void {
    this.failures = 0;
    this.refused = false;
    this.connection.isBack(this);
  }

  over(): void {
    this.connection.isOver(this);
  }

  /** Until it is time for another try, or the network is said to be back. @param refusal undefined when the line failed */
  async wait(refusal: HuizhenError | undefined, leaving: AbortSignal): Promise<void> {
    if (this.heldSince !== null && this.machine.now() - this.heldSince > STEADY_MS) this.failures = 0;
    this.heldSince = null;
    this.refused = refusal !== undefined;
    this.connection.isLost(this, this.failures);
    const asked = Number(refusal?.extensions['retryAfterSeconds'] ?? 0) * 1_000;
    const news = this.connection.news();
    await pause(Math.max(backoffMs(this.failures, this.machine), asked), news.signal, leaving);
    news.done();
    this.failures += 1;
  }
}
