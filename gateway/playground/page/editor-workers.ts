/** Tells the editor where its workers are: beside this page, started by address, as the content policy wants it. */
import { settings } from './settings.ts';

const named: Record<string, string> = { json: 'json.worker.js', graphql: 'graphql.worker.js' };

Object.assign(globalThis, {
  MonacoEnvironment: {
    getWorker: (_id: string, label: string) => new Worker(`${settings.assets}/${named[label] ?? 'editor.worker.js'}`),
  },
});
