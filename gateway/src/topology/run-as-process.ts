/** The life of a process: start, tell the supervisor if there is one, obey signals, say clearly why it cannot start. */
import type { ToChild, FromChild } from './messages.ts';
import { toChild } from './messages.ts';

export interface ProcessBody {
  readonly port: number;
  readonly commands: Readonly<Partial<Record<ToChild['do'], () => Promise<void>>>>;
  stop(): Promise<void>;
}

export async function runAsProcess(start: () => Promise<ProcessBody>): Promise<void> {
  try {
    const starting = start();
    obeySignals(async () => (await starting).stop());
    const body = await starting;
    process.on('message', (raw) => void obey(body, toChild.parse(raw)));
    tell({ said: 'ready', port: body.port });
  } catch (error) {
    tell({ said: 'failed', message: explain(error) });
    process.stderr.write(`${explain(error)}\n`);
    process.exitCode = 1;
    process.exit();
  }
}

/** Stops once, whichever signal comes first; a lost supervisor counts as one. */
export function obeySignals(stop: () => Promise<void>): void {
  let stopping = false;
  const end = () => {
    if (stopping) return;
    stopping = true;
    stop().then(
      () => process.exit(),
      (error: unknown) => {
        process.stderr.write(`${explain(error)}\n`);
        process.exit(1);
      },
    );
  };
  process.once('SIGTERM', end).once('SIGINT', end).once('disconnect', end);
}

/** What a person at the console needs: the words of an error that was foreseen, the stack of one that was not. */
export function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.name === 'Error' || error.name === 'TypeError' ? (error.stack ?? error.message) : error.message;
}

async function obey(body: ProcessBody, { do: what }: ToChild): Promise<void> {
  try {
    await body.commands[what]?.();
    tell({ said: 'done', what });
  } catch (error) {
    tell({ said: 'failed', message: explain(error) });
  }
}

function tell(message: FromChild): void {
  process.send?.(message);
}
