/**
 * Where the real systems at our edges stand on this machine. Tests against one that is missing are skipped with the reason;
 * with HUIZHEN_PEERS=required, as in continuous integration, they fail instead.
 */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const known = {
  chromium: { setting: 'CHROMIUM', program: 'chromium', help: "install Debian's chromium" },
  livekit: {
    setting: 'LIVEKIT_SERVER_BIN',
    program: 'livekit-server',
    help: 'go install github.com/livekit/livekit-server/cmd/server@v1.13.5',
  },
} as const;

export type PeerName = keyof typeof known;

export interface Peer {
  readonly missing: boolean;
  /** The program; where it would be, if it is missing. */
  readonly path: string;
  /** For the title of the tests: nothing, or why they are skipped. */
  readonly why: string;
}

export class PeerRequired extends Error {
  constructor(name: PeerName, why: string) {
    super(`These tests need ${name}${why}. Unset HUIZHEN_PEERS to skip them.`);
    this.name = 'PeerRequired';
  }
}

/** Use as `describe.skipIf(livekit.missing)(`rooms on a real server${livekit.why}`, …)`. */
export function findPeer(name: PeerName, environment: NodeJS.ProcessEnv = process.env): Peer {
  const { setting, program, help } = known[name];
  const path = environment[setting] ?? programOnPath(program, environment['PATH'] ?? '');
  if (path !== null && existsSync(path)) return { missing: false, path, why: '' };
  const why = ` (skipped: no ${program} here, ${help} or set ${setting})`;
  if (environment['HUIZHEN_PEERS'] === 'required') throw new PeerRequired(name, why);
  return { missing: true, path: path ?? program, why };
}

/** Debian keeps servers where an ordinary user's PATH does not lead. */
function programOnPath(program: string, path: string): string | null {
  const folders = [...path.split(delimiter), '/usr/sbin', '/usr/local/sbin'];
  return folders.map((folder) => join(folder, program)).find((file) => existsSync(file)) ?? null;
}
