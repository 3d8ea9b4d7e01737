/** A subscriber that only counts what it is told, so that the measuring costs less than what is measured. */
import WebSocket from 'ws';

export class CountingSocket {
  events = 0;
  private readonly socket: WebSocket;
  private subscriptions = 0;

  private constructor(socket: WebSocket) {
    this.socket = socket;
    socket.on('message', (data: Buffer) => {
      if (data.includes('"type":"next"')) this.events += 1;
      else if (data.includes('"type":"error"') || data.includes('"errors"')) throw new Error(data.toString());
    });
  }

  static open(url: string, token: string): Promise<CountingSocket> {
    const socket = new WebSocket(url.replace(/^http/, 'ws'), 'graphql-transport-ws');
    const counting = new CountingSocket(socket);
    return new Promise((resolve, reject) => {
      socket.once('error', reject);
      socket.once('open', () =>
        socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } })),
      );
      socket.once('message', () => resolve(counting));
    });
  }

  subscribe(query: string): void {
    const id = String((this.subscriptions += 1));
    this.socket.send(JSON.stringify({ id, type: 'subscribe', payload: { query } }));
  }

  end(): void {
    this.socket.terminate();
  }
}
