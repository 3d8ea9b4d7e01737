/** Where the subgraphs of other processes are: SUBGRAPH_URLS="directory=http://directory:4001,patients=http://patients:4002". */
import { HttpPeer } from '@huizhen/platform/subgraph/http-peer';
import { defineSettings } from '@huizhen/platform/config/settings';
import { z } from 'zod';
import { subgraphNames } from './subgraphs.ts';

const names: readonly string[] = subgraphNames;

const urls = z.string('must be set').transform((text, context) => {
  const found = new Map<string, string>();
  for (const part of text.split(',').filter((one) => one.trim() !== '')) {
    const [name = '', url = ''] = part.split(/=(.*)/s).map((piece) => piece.trim());
    if (names.includes(name) && URL.canParse(url)) found.set(name, url);
    else context.addIssue({ code: 'custom', message: `"${part.trim()}" is not name=http://host:port of a subgraph` });
  }
  for (const name of names) if (!found.has(name)) context.addIssue({ code: 'custom', message: `${name} is missing` });
  return found;
});

export const subgraphUrlSettings = defineSettings({
  SUBGRAPH_URLS: {
    schema: urls,
    about: 'Where each subgraph is served.',
    example: names.map((name, index) => `${name}=http://${name}:${4001 + index}`).join(','),
  },
});

export function writeSubgraphUrls(addresses: ReadonlyMap<string, string>): string {
  return [...addresses].map(([name, url]) => `${name}=${url}`).join(',');
}

export function httpPeers(addresses: ReadonlyMap<string, string>): Map<string, HttpPeer> {
  return new Map([...addresses].map(([name, url]) => [name, new HttpPeer(name, url)]));
}
