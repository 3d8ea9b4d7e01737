/**
 * Deliveries as graphql-ws wants a subscription: something to iterate that it ends when the client does. It is never given
 * the results themselves, which would be written out anew for every socket: each is sent here, as the text that all share.
 */
import type { Deliveries } from './deliveries.ts';

export function sentBy(deliveries: Deliveries, send: (text: string) => Promise<void>): AsyncIterableIterator<never> {
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    async next() {
      for await (const text of deliveries) await send(text);
      return { done: true, value: undefined };
    },
    async return() {
      await deliveries.return();
      return { done: true, value: undefined };
    },
  };
}
