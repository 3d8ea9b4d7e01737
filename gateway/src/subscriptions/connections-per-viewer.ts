/** How many live connections each viewer has open, of whatever kind. */
import { liveLimits } from './live-limits.ts';

export class ConnectionsPerViewer {
  private readonly open = new Map<string, number>();

  /** False when the viewer has as many as they may; whoever is not signed in is not counted. */
  enter(subject: string | undefined): boolean {
    if (subject === undefined) return true;
    const open = this.open.get(subject) ?? 0;
    if (open >= liveLimits.connectionsPerViewer) return false;
    this.open.set(subject, open + 1);
    return true;
  }

  leave(subject: string | undefined): void {
    if (subject === undefined) return;
    const open = (this.open.get(subject) ?? 1) - 1;
    if (open === 0) this.open.delete(subject);
    else this.open.set(subject, open);
  }
}
