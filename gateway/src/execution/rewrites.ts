/** Rewrites of a plan: names and types that one subgraph knows by other names, put right in what it gets and gives. */
import type { FetchDataRewrite, FetchNode } from '@apollo/query-planner';
import { isObject, objectsIn, own, setOwn, type JsonObject } from './json.ts';
import type { TypeFamilies } from './type-families.ts';

const FRAGMENT = '... on ';

export type Rewrite = (value: unknown) => void;

export function compileRewrites(rewrites: readonly FetchDataRewrite[] | undefined, families: TypeFamilies): Rewrite {
  const compiled = (rewrites ?? []).map((rewrite) => compileRewrite(rewrite, families));
  return (value) => {
    for (const rewrite of compiled) rewrite(value);
  };
}

/** New names by the aliases under which a subgraph answers where two types give one response name different types. */
export function renamesOf({ outputRewrites = [] }: FetchNode): ReadonlyMap<string, string> {
  const renames = outputRewrites.filter((rewrite) => rewrite.kind === 'KeyRenamer');
  return new Map(renames.map(({ path, renameKeyTo }) => [path.at(-1) ?? '', renameKeyTo]));
}

function compileRewrite(rewrite: FetchDataRewrite, families: TypeFamilies): Rewrite {
  const last = rewrite.path.at(-1);
  if (last === undefined) return () => undefined;
  const change = (object: JsonObject) => (rewrite.kind === 'ValueSetter' ? set(object) : rename(object));
  const set = (object: JsonObject) => setOwn(object, last, rewrite.kind === 'ValueSetter' && rewrite.setValueTo);
  const rename = (object: JsonObject) => {
    const value = own(object, last);
    if (rewrite.kind !== 'KeyRenamer' || value === undefined) return;
    setOwn(object, rewrite.renameKeyTo, value);
    delete object[last];
  };
  return rewrite.path.slice(0, -1).reduceRight<Rewrite>((next, element) => {
    if (!element.startsWith(FRAGMENT)) return eachObject((object) => next(own(object, element)));
    const matches = families.matcher(element.slice(FRAGMENT.length), true);
    return eachObject((object) => matches(object) && next(object));
  }, eachObject(change));
}

function eachObject(visit: (object: JsonObject) => unknown): Rewrite {
  return (value) => {
    if (isObject(value)) visit(value);
    else for (const object of objectsIn(value)) visit(object);
  };
}
