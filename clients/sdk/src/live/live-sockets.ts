/** As many sockets as the subscriptions need, opened when they do. */
import type { Payload } from '../http/payload.ts';
import { LiveSocket, type Receiver, type SocketOptions } from './live-socket.ts';

export class LiveSockets {
  private readonly options: SocketOptions;
  private readonly sockets = new Set<LiveSocket>();

  constructor(options: SocketOptions) {
    this.options = options;
  }

  /** @returns how to end it */
  subscribe(payload: Payload, receiver: Receiver): () => void {
    const socket = [...this.sockets].find(({ hasRoom }) => hasRoom) ?? new LiveSocket(this.options);
    this.sockets.add(socket);
    return socket.subscribe(payload, receiver);
  }

  /** The network is gone, and the sockets with it. */
  terminate(): void {
    for (const socket of this.sockets) socket.terminate();
  }

  async dispose(): Promise<void> {
    const sockets = [...this.sockets];
    this.sockets.clear();
    await Promise.all(sockets.map((socket) => socket.dispose()));
  }
}
