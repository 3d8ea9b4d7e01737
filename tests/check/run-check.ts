/** One tool of the check: run, timed, its words kept. */
import { spawn } from 'node:child_process';

export interface Outcome {
  readonly name: string;
  readonly passed: boolean;
  readonly seconds: number;
  readonly output: string;
}

export function runCheck(name: string, command: string): Promise<Outcome> {
  const started = performance.now();
  const child = spawn(command, { shell: true, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const keep = (chunk: Buffer) => void (output += chunk.toString());
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      resolve({ name, passed: code === 0, seconds: (performance.now() - started) / 1_000, output });
    });
  });
}
