/** A line between a browser and the platform that can go bad: everything on it stands still, or its WebSockets alone are late. */
import { connect, createServer, type Server, type Socket } from 'node:net';
import { once } from 'node:events';

interface Wire {
  readonly near: Socket;
  readonly far: Socket;
  isSocket: boolean;
}

export class BadLine {
  readonly url: string;
  private readonly server: Server;
  private readonly wires = new Set<Wire>();
  private isCut = false;
  private holdsSockets = false;

  private constructor(server: Server, port: number) {
    this.server = server;
    this.url = `http://127.0.0.1:${port}/graphql`;
  }

  /** @param to the port of the platform */
  static async open(to: number): Promise<BadLine> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('The line has no port.');
    const line = new BadLine(server, address.port);
    server.on('connection', (near) => line.take(near, connect(to, '127.0.0.1')));
    return line;
  }

  /** Nothing gets through any more and nobody is told, as when a cable is pulled behind the next switch. */
  cut(): void {
    this.isCut = true;
    for (const { near, far } of this.wires) {
      near.pause();
      far.pause();
    }
  }

  /** What was on the line is lost. */
  mend(): void {
    this.isCut = false;
    for (const { near, far } of this.wires) {
      near.destroy();
      far.destroy();
    }
  }

  /** What the platform says on WebSockets is under way until `letSocketsGo`; requests are answered as ever. */
  holdSockets(): void {
    this.holdsSockets = true;
    for (const { far, isSocket } of this.wires) if (isSocket) far.pause();
  }

  letSocketsGo(): void {
    this.holdsSockets = false;
    for (const { far } of this.wires) far.resume();
  }

  async close(): Promise<void> {
    this.mend();
    this.server.close();
    await once(this.server, 'close');
  }

  private take(near: Socket, far: Socket): void {
    const wire: Wire = { near, far, isSocket: false };
    this.wires.add(wire);
    const end = () => {
      this.wires.delete(wire);
      near.destroy();
      far.destroy();
    };
    for (const socket of [near, far]) socket.on('error', () => undefined).on('close', end);
    if (this.isCut) return end();
    near.on('data', (chunk) => {
      wire.isSocket ||= /^upgrade: websocket/im.test(chunk.toString('latin1'));
      far.write(chunk);
    });
    far.on('data', (chunk) => {
      near.write(chunk);
      if (wire.isSocket && this.holdsSockets) far.pause();
    });
    return undefined;
  }
}
