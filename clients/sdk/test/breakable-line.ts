/** The network between a client and its platform, which a test may cut, mend, and let swallow an answer. */
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

export class BreakableLine {
  readonly url: string;
  private readonly server: Server;
  private readonly pairs = new Set<readonly [Socket, Socket]>();
  private isCut = false;
  private isSilent = false;
  private swallow = 0;

  private constructor(server: Server, url: string) {
    this.server = server;
    this.url = url;
  }

  static async to(port: number): Promise<BreakableLine> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const line = new BreakableLine(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`);
    server.on('connection', (client) => line.join(client, port));
    return line;
  }

  get port(): number {
    return Number(new URL(this.url).port);
  }

  /** Nothing gets through any more. */
  cut(): void {
    this.isCut = true;
    this.drop();
  }

  /** Nothing gets through, and nobody is told: as on a network that has gone away under its sockets. */
  silence(): void {
    this.isSilent = true;
  }

  mend(): void {
    this.isCut = false;
    this.isSilent = false;
  }

  /** Whoever is connected is not any more. */
  drop(): void {
    for (const [client, platform] of this.pairs) {
      client.destroy();
      platform.destroy();
    }
  }

  /** The platform gets the next request and answers it, and nobody hears. */
  loseNextAnswers(count: number): void {
    this.swallow = count;
  }

  async close(): Promise<void> {
    this.cut();
    this.server.close();
    await once(this.server, 'close');
  }

  private join(client: Socket, port: number): void {
    client.on('error', () => undefined);
    if (this.isCut) return void client.destroy();
    const platform = connect(port, '127.0.0.1').on('error', () => client.destroy());
    const pair = [client, platform] as const;
    this.pairs.add(pair);
    client.on('data', (chunk) => this.isSilent || platform.write(chunk)).on('close', () => platform.destroy());
    platform.on('data', (chunk) => {
      if (this.isSilent) return;
      if (this.swallow === 0) return void client.write(chunk);
      this.swallow -= 1;
      client.destroy();
    });
    platform.on('close', () => {
      this.pairs.delete(pair);
      client.destroy();
    });
  }
}
