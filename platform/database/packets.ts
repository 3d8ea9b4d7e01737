/** Gathers what is written to a connection, so that it goes out in one packet. */
import { Socket } from 'node:net';
import type pg from 'pg';
import { z } from 'zod';

const A_MOMENT_MS = 5;

export class Packets {
  private readonly socket: Socket;
  private sending = false;

  constructor(socket: Socket) {
    this.socket = socket;
  }

  /** What is written from here on waits. */
  hold(): void {
    if (this.socket.writableCorked === 0) this.socket.cork();
  }

  /** At the end of this turn, with whatever else it writes. */
  send(): void {
    if (this.sending) return;
    this.sending = true;
    process.nextTick(() => {
      this.sending = false;
      this.flush();
    });
  }

  /** In a moment, unless something else is sent before and takes it along. */
  sendSoon(): void {
    setTimeout(() => this.flush(), A_MOMENT_MS);
  }

  private flush(): void {
    while (this.socket.writableCorked > 0) this.socket.uncork();
  }
}

const known = new WeakMap<pg.PoolClient, Packets>();

export function packetsOf(client: pg.PoolClient): Packets {
  const found = known.get(client) ?? new Packets(socketOf(client));
  known.set(client, found);
  return found;
}

/** The driver's own socket, which its types do not name. */
function socketOf(client: pg.PoolClient): Socket {
  return z.object({ connection: z.object({ stream: z.instanceof(Socket) }) }).parse(client).connection.stream;
}
