/** How much of a gateway's memory and time one viewer's live connections may take. */
export const liveLimits = {
  payloadBytes: 64 * 1024,
  initSeconds: 3,
  subscriptionsPerSocket: 20,
  /** WebSockets and event streams together. */
  connectionsPerViewer: 50,
  keepAliveSeconds: 12,
  /**
   * With so much waiting, a subscriber is told the newest state of a thing in the place of older ones; if that makes no room,
   * they are sent nothing new until they have read half. The event log keeps the rest.
   */
  waitingEvents: 256,
  waitingCharacters: 1024 * 1024,
  /** Whoever reads nothing for so long is cut off. */
  stalledSeconds: 30,
  /** How long a stream that has begun waits for its lost subgraph, and one that has not. */
  lostSeconds: 60,
  unbegunSeconds: 5,
} as const;
