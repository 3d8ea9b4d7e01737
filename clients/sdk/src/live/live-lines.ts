/** All watches of a client, and the sockets below them. */
import type { DocumentNode } from 'graphql';
import { NewestCursorDocument } from '../generated/documents.ts';
import { payloadOf, type DocumentManifest, type Variables } from '../http/payload.ts';
import { reasonOf } from '../pause.ts';
import type { Connection } from './connection.ts';
import type { SocketOptions } from './live-socket.ts';
import { LiveSockets } from './live-sockets.ts';
import { assertResumable, startsWithSnapshot } from './resumable.ts';
import { Watch } from './watch.ts';

export interface LiveLinesOptions extends SocketOptions {
  readonly connection: Connection;
  readonly documents: DocumentManifest | undefined;
}

export class LiveLines {
  readonly connection: Connection;
  private readonly options: LiveLinesOptions;
  private readonly sockets: LiveSockets;
  private readonly watches = new Set<Watch<unknown>>();

  constructor(options: LiveLinesOptions) {
    this.options = options;
    this.connection = options.connection;
    this.sockets = new LiveSockets(options);
    this.connection.onCutOff = () => this.sockets.terminate();
  }

  watch<Data>(document: DocumentNode, variables: Variables, signal: AbortSignal | undefined): Watch<Data> {
    assertResumable(document);
    const { machine, tokens, documents, connection } = this.options;
    const watch: Watch<Data> = new Watch(variables, {
      connection,
      machine,
      signal,
      payload: (all) => payloadOf(document, all, documents),
      subscribe: (payload, receiver) => this.sockets.subscribe(payload, receiver),
      prepare: async (after, leaving) => {
        await tokens.token();
        return after === undefined && !startsWithSnapshot(document) ? this.newest(leaving) : after;
      },
      onStopped: () => void this.watches.delete(watch),
    });
    this.watches.add(watch);
    return watch;
  }

  /** @param error null ends the iterations as if all were told */
  async end(error: Error | null): Promise<void> {
    for (const watch of this.watches) {
      if (error === null) await watch.return();
      else watch.fail(error);
    }
    await this.sockets.dispose();
  }

  private async newest(signal: AbortSignal): Promise<string> {
    for await (const { cursor } of this.watch(NewestCursorDocument, {}, signal)) return cursor;
    throw reasonOf(signal);
  }
}
