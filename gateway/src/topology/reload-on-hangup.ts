/** SIGHUP reads the supergraph again: a new version takes over while connections and subscriptions go on. */
import type { Logger } from '@huizhen/platform/telemetry/logger';

interface Replaceable {
  /** @throws when it cannot be served; the old one then stays. */
  replace(supergraphSdl: string): void;
}

/** @returns how to stop listening */
export function reloadOnHangup(graph: Replaceable, read: () => Promise<string>, logger: Logger): () => void {
  const reload = async () => {
    try {
      graph.replace(await read());
      logger.info('the supergraph was read again');
    } catch (error) {
      // Its file has no patient data in it, and the reason is what the operator needs.
      logger.error({ err: error }, 'the new supergraph cannot be served; the old one stays');
    }
  };
  // One after the other, so that the last to be read is the one that stays.
  let reloading = Promise.resolve();
  const hear = () => void (reloading = reloading.then(reload));
  process.on('SIGHUP', hear);
  return () => void process.off('SIGHUP', hear);
}
