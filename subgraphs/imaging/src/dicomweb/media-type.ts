/** Media types with parameters (RFC 9110 8.3), as they come in Content-Type and Accept. */

export interface MediaType {
  /** Lower case, `multipart/related`. */
  name: string;
  parameters: ReadonlyMap<string, string>;
}

const name = /^\s*([!#$%&'*+.^_`|~\w-]+\/[!#$%&'*+.^_`|~\w-]+)\s*/;
// A bare type=application/dicom is against the grammar and sent by half of the world.
const parameter = /^;\s*([!#$%&'*+.^_`|~\w-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;,"]+))\s*/;

export function parseMediaType(header: string): MediaType | undefined {
  const head = name.exec(header);
  if (!head?.[1]) return undefined;
  const parameters = new Map<string, string>();
  let rest = header.slice(head[0].length);
  for (let found = parameter.exec(rest); found; found = parameter.exec(rest)) {
    const [whole, key = '', quoted, bare = ''] = found;
    parameters.set(key.toLowerCase(), quoted === undefined ? bare : quoted.replaceAll(/\\(.)/g, '$1'));
    rest = rest.slice(whole.length);
  }
  return /^;?\s*$/.test(rest) ? { name: head[1].toLowerCase(), parameters } : undefined;
}

/** The ranges of an Accept header, best first; what cannot be read is left out. */
export function parseAccept(header: string): MediaType[] {
  const ranges = header.match(/(?:"(?:[^"\\]|\\.)*"|[^,"])+/g) ?? [];
  return ranges
    .map(parseMediaType)
    .filter((range) => range !== undefined)
    .filter((range) => quality(range) > 0)
    .toSorted((one, other) => quality(other) - quality(one));
}

function quality({ parameters }: MediaType): number {
  const q = Number(parameters.get('q') ?? 1);
  return Number.isFinite(q) ? q : 1;
}
