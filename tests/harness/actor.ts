/** Somebody signed in through the public endpoint: asks, changes, and watches. */
import { createClient, type Client } from 'graphql-ws';
import WebSocket from 'ws';
import { Feed } from './feed.ts';
import { PlatformError } from './platform-error.ts';

type Variables = Readonly<Record<string, unknown>>;

export interface Actor {
  readonly name: string;
  readonly accessToken: string;
  /** The answer's data; throws PlatformError when there is any error. */
  run<Data>(document: string, variables?: Variables): Promise<Data>;
  /** The whole answer, errors included. */
  answer(document: string, variables?: Variables): Promise<Answer>;
  watch<Data>(document: string, variables?: Variables): Feed<Data>;
  /** Cuts the socket as a bad network would, and opens a new one for what comes. */
  dropSocket(): void;
  leave(): Promise<void>;
}

export interface Answer {
  readonly data?: Record<string, unknown> | null;
  readonly extensions?: Record<string, unknown>;
  readonly errors?: readonly {
    message: string;
    path?: readonly (string | number)[] | undefined;
    extensions?: Record<string, unknown>;
  }[];
}

const SIGN_IN = `mutation SignIn($input: SignInInput!) { signIn(input: $input) { accessToken } }`;

export async function post(url: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  return (await response.json()) as Answer;
}

export async function signInAs(url: string, username: string, password = 'huizhen-demo'): Promise<Actor> {
  const input = { username, password };
  const { data, errors } = await post(url, { query: SIGN_IN, variables: { input } });
  const session = data?.['signIn'] as { accessToken: string } | undefined;
  if (!session) throw new PlatformError(errors ?? []);
  return new SignedInActor(url, username, session.accessToken);
}

class SignedInActor implements Actor {
  readonly name: string;
  readonly accessToken: string;
  private readonly url: string;
  private socket: Client | null = null;
  private readonly sockets = new Set<WebSocket>();

  constructor(url: string, name: string, accessToken: string) {
    this.url = url;
    this.name = name;
    this.accessToken = accessToken;
  }

  async answer(query: string, variables: Variables = {}): Promise<Answer> {
    return post(this.url, { query, variables }, { authorization: `Bearer ${this.accessToken}` });
  }

  async run<Data>(query: string, variables: Variables = {}): Promise<Data> {
    const { data, errors } = await this.answer(query, variables);
    if (errors && errors.length > 0) throw new PlatformError(errors);
    return data as Data;
  }

  watch<Data>(query: string, variables: Variables = {}): Feed<Data> {
    this.socket ??= this.connect();
    return new Feed<Data>(this.socket, { query, variables: { ...variables } });
  }

  dropSocket(): void {
    for (const socket of this.sockets) socket.terminate();
    this.sockets.clear();
    this.socket = null;
  }

  async leave(): Promise<void> {
    await this.socket?.dispose();
  }

  private connect(): Client {
    const { sockets } = this;
    class Tracked extends WebSocket {
      constructor(address: string, protocols?: string | string[]) {
        super(address, protocols);
        sockets.add(this);
        this.on('error', () => undefined);
      }
    }
    return createClient({
      url: this.url.replace(/^http/, 'ws'),
      webSocketImpl: Tracked,
      connectionParams: { authorization: `Bearer ${this.accessToken}` },
      retryAttempts: 0,
    });
  }
}
