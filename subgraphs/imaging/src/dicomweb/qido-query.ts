/** A QIDO-RS search (PS3.18 10.6) as a plain object: conditions, page and wanted fields. */
import { tagNamed } from '../dicom/data-dictionary.ts';
import { tagKey } from '../dicom/tags.ts';
import { parseMatch, type AttributeMatch } from './attribute-match.ts';
import { InvalidQuery } from './dicomweb-errors.ts';
import { matchings, qidoAttribute, type QidoAttribute } from './qido-attributes.ts';

export interface QidoQuery {
  matches: Partial<Record<QidoAttribute, AttributeMatch>>;
  /** Eight hexadecimal digits each, beside what every answer holds. */
  includeFields: 'all' | readonly string[];
  limit: number;
  offset: number;
  /** Parameters we do not search by; the answer names them in a Warning header (PS3.18 8.3.4.6). */
  ignored: readonly string[];
}

const pageSize = 100;
const largestPage = 1000;
const largestOffset = 1_000_000;

/** @throws InvalidQuery with every fault at once */
export function parseQidoQuery(search: string): QidoQuery {
  const faults: string[] = [];
  if (/%(?![0-9A-Fa-f]{2})/.test(search)) throw new InvalidQuery(['a percent sign is not followed by two digits']);
  const parameters = [...new URLSearchParams(search)].filter(([, value]) => value !== '');
  const query: QidoQuery = { ...parsePage(parameters, faults), ...parseMatches(parameters, faults) };
  if (faults.length > 0) throw new InvalidQuery(faults);
  return query;
}

type Parameters = readonly (readonly [name: string, value: string])[];

function parsePage(parameters: Parameters, faults: string[]): Pick<QidoQuery, 'limit' | 'offset' | 'includeFields'> {
  const whole = (name: string, byDefault: number) => {
    const text = parameters.find(([key]) => key === name)?.[1] ?? String(byDefault);
    if (!/^\d{1,9}$/.test(text)) faults.push(`${name} is not a whole number`);
    return Number(text);
  };
  return {
    limit: Math.min(whole('limit', pageSize), largestPage),
    offset: Math.min(whole('offset', 0), largestOffset),
    includeFields: parseIncludeFields(parameters, faults),
  };
}

function parseIncludeFields(parameters: Parameters, faults: string[]): QidoQuery['includeFields'] {
  const named = parameters.filter(([name]) => name === 'includefield').flatMap(([, value]) => value.split(','));
  if (named.includes('all')) return 'all';
  const fields = named.map((name) => tagNamed(name));
  if (fields.includes(undefined))
    faults.push('includefield names something that is neither a keyword nor eight digits');
  return fields.filter((tag) => tag !== undefined).map(tagKey);
}

const otherParameters = new Set(['limit', 'offset', 'includefield']);

function parseMatches(parameters: Parameters, faults: string[]): Pick<QidoQuery, 'matches' | 'ignored'> {
  const matches: QidoQuery['matches'] = {};
  const ignored: string[] = [];
  for (const [name, value] of parameters.filter(([key]) => !otherParameters.has(key))) {
    const attribute = qidoAttribute(name);
    const match = attribute && parseMatch(matchings[attribute], value);
    if (!attribute) ignored.push(name);
    else if (!match || value.includes('\ufffd'))
      faults.push(`the value of ${attribute} is not one it can be searched by`);
    else matches[attribute] = match;
  }
  return { matches, ignored };
}
