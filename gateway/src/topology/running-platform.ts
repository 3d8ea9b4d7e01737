/** A platform at work, whichever way it is laid out. */
export interface RunningPlatform {
  readonly port: number;
  readonly demo: boolean;
  /** Where the subgraphs are served, when they are processes of their own. */
  readonly subgraphUrls?: ReadonlyMap<string, string>;
  stop(): Promise<void>;
}
