/** Values of every kind of leaf: good ones, strange ones and impossible ones. */
import fc, { type Arbitrary } from 'fast-check';
import type { KnownThings } from './known-things.ts';

/** Text that no compression makes short enough for an index. */
export function noise(length: number): string {
  let state = 1;
  const next = () => (state = (state * 48_271) % 2_147_483_647) % 64;
  return Array.from({ length }, () => 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'[next()]).join(
    '',
  );
}

const hostileTexts = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\uD800',
  'x\uDC00y',
  '\u202Egnal\u202C',
  '\u2028\u2029',
  '\r\n\t\u0007\u001B[31m',
  'Ω̶̡͛'.repeat(50),
  '👩‍👩‍👧‍👦'.repeat(20),
  "' OR 1=1; DROP TABLE patients.patients; --",
  '%_%\\',
  '\\',
  '? ?? $1 :name {} {1,2} [x]',
  '__proto__',
  'constructor',
  '{"__proto__":{"admin":true}}',
  '<script>alert(1)</script>',
  '${process.env.HOME} {{7*7}}',
  'null',
  'undefined',
  '(?=(a+)+$)aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!',
  '1'.repeat(400),
  '字'.repeat(3_000),
  'x'.repeat(12_000),
  'y'.repeat(70_000),
  noise(9_000),
] as const;

const goodTexts = ['张', 'zhang', '心血管内科', 'I10', 'I25.1', '请会诊', '110105194912310021', '13800138000'] as const;

const cursorParts = fc.array(
  fc.oneof(
    fc.constantFrom<unknown>(
      '2026-11-20T00:00:00.000Z',
      '+275760-09-13T00:00:00.000Z',
      '0000-01-01T00:00:00Z',
      null,
      {},
    ),
    fc.constantFrom<unknown>('2026-11-20', -1, 1e308, '018f0000-0000-7000-8000-000000000000', 'a\u0000b', '', []),
  ),
  { maxLength: 3 },
);

const base64 = (text: string) => Buffer.from(text).toString('base64url');

const someId = '018f0000-0000-7000-8000-000000000000';

const cursors = fc.oneof(
  fc
    .constantFrom(
      '0000-01-01T00:00:00Z',
      '9999-12-31T23:59:59Z',
      '2026-11-20T00:00:00.123456789012Z',
      '0001-01-01T00:00:00Z',
    )
    .map((time) => base64(JSON.stringify([time, someId]))),
  cursorParts.map((parts) => base64(JSON.stringify(parts))),
  fc.constantFrom('', '=', 'W10', 'not a cursor', base64('1'), base64('0'), base64('9'.repeat(19))),
  fc.constantFrom(base64('9'.repeat(25)), base64('-1'), base64('1 018f0000-0000-7000-8000-000000000000')),
  fc.constantFrom(base64('[["deep",[[[[]]]]]]'), base64('["2026-11-20T00:00:00.000Z",'), '\u0000', 'x'.repeat(5_000)),
);

const times = [
  '2026-11-20T10:00:00Z',
  '2030-01-01T00:00:00+08:00',
  '2026-02-30T00:00:00Z',
  '0000-01-01T00:00:00Z',
  '0001-01-01T00:00:00Z',
  '9999-12-31T23:59:59.999999999Z',
  '9999-12-31T23:59:59-14:00',
  '2026-12-31T23:59:60Z',
] as const;
const impossibleTimes = [
  '+275760-09-13T00:00:00Z',
  '-271821-04-20T00:00:00Z',
  '2026-11-20',
  'now',
  'infinity',
  '',
  1e15,
  -1,
  0,
  1.5,
  true,
] as const;

const whole = [0, 1, 2, 20, 100, 101, -1, 2 ** 31 - 1, -(2 ** 31)] as const;
const noWhole = [2 ** 31, 1e300, 1.5, '5', true] as const;

const bundles = fc.constantFrom(
  '{"resourceType":"Bundle","type":"collection","entry":[]}',
  '{"resourceType":"Bundle","type":"transaction","entry":[null]}',
  '{"resourceType":"Bundle","type":"batch","entry":[{"resource":{"resourceType":"Patient","name":[{"text":"a\\u0000b"}],"gender":"male","birthDate":"0000-00-00"}}]}',
  '{"resourceType":"Bundle","type":"batch","entry":[{"fullUrl":"urn:uuid:1","resource":{"resourceType":"Patient","id":"\\ud800","name":[{"text":"李\\ud800"}],"gender":"female","birthDate":"1980-02-30"}}]}',
  '{"resourceType":"Bundle","type":"batch","entry":[{"fullUrl":"urn:uuid:2","resource":{"resourceType":"Patient","name":[{"text":"某某"}],"gender":"female","birthDate":"9999-12-31","telecom":[{"system":"phone","value":"\\u0000"}],"identifier":[{"system":"urn:oid:2.16.156.10011.1.3","value":"11010519491231002X"}]}},{"resource":{"resourceType":"Observation","status":"final","subject":{"reference":"urn:uuid:2"},"code":{"coding":[{"system":"http://loinc.org","code":"8480-6","display":"x\\u0000"}]},"effectiveDateTime":"0001-01-01T00:00:00Z","valueQuantity":{"value":1e308,"unit":"\\ud83d"}}}]}',
  '{"resourceType":"Bundle","type":"batch","entry":[{"fullUrl":"urn:uuid:3","resource":{"resourceType":"Patient","name":[{"text":"某人"}],"gender":"unknown","birthDate":"0001"}},{"resource":{"resourceType":"Condition","subject":{"reference":"urn:uuid:3"},"code":{"text":"__proto__"},"onsetDateTime":"9999-12-31T23:59:59-14:00","__proto__":{"x":1}}}]}',
  '{"resourceType":"Patient"}',
  '[',
  '',
  `${'['.repeat(5_000)}${']'.repeat(5_000)}`,
);

const impossibleIds = [
  'not-an-id',
  '',
  '018F0000-0000-7000-8000-000000000000',
  '{018f0000-0000-7000-8000-000000000000}',
  '00000000-0000-0000-0000-000000000000',
  '1.2.3',
  'a\u0000b',
  '\uD800',
  '1'.repeat(70),
  'x'.repeat(5_000),
  0,
  12,
  -1,
  9e15,
] as const;

/** What can stand in a variable of the type, and what cannot. */
interface Choice {
  readonly possible: Arbitrary<unknown>;
  readonly impossible: Arbitrary<unknown>;
}

export class HostileValues {
  private readonly known: KnownThings;

  constructor(known: KnownThings) {
    this.known = known;
  }

  /** @param path the argument's or input field's name, after the field that it is for, such as `consultation.id` */
  of(scalar: string, path: string): Choice {
    if (scalar === 'ID') return { possible: this.ids(path), impossible: any(1.5, true, null, {}, [[]]) };
    if (scalar === 'Int') return { possible: any(...whole), impossible: any(...noWhole) };
    if (scalar === 'Float') return { possible: any(...whole, 0.1, -0, 1e-320), impossible: any('1', true, null) };
    if (scalar === 'Boolean') return { possible: any(true, false), impossible: any('true', 1, null) };
    if (scalar === 'DateTime' || scalar === 'Date')
      return { possible: any(...times), impossible: any(...impossibleTimes) };
    return { possible: texts(path), impossible: any(7, [], {}, null) };
  }

  private ids(path: string): Arbitrary<unknown> {
    const anything = any(...impossibleIds);
    return fc.oneof({ weight: 6, arbitrary: any(...this.likely(path)) }, this.realIds(), anything);
  }

  private realIds(): Arbitrary<unknown> {
    return any(...Object.values(this.known).flat());
  }

  private likely(path: string): readonly string[] {
    const { known } = this;
    if (/expert|practitioner/i.test(path)) return known.practitioners;
    if (/uid$/i.test(path)) return known.studies;
    const kinds = Object.keys(known) as (keyof KnownThings)[];
    const last = path.slice(path.lastIndexOf('.') + 1);
    const kind = [last, path].flatMap((place) => kinds.filter((name) => place.includes(name.slice(0, -1))))[0];
    return kind ? known[kind] : known.consultations;
  }
}

function any(...values: readonly unknown[]): Arbitrary<unknown> {
  return fc.constantFrom(...values);
}

function texts(path: string): Arbitrary<unknown> {
  if (/(^|\.)(after|cursor)$/.test(path)) return cursors;
  if (path.endsWith('bundle')) return fc.oneof({ weight: 4, arbitrary: bundles }, any(...hostileTexts));
  const likely = path.endsWith('username') ? any('requester', 'fuzz-1', 'nobody') : any(...goodTexts);
  const hostile = fc.oneof(any(...hostileTexts), fc.string({ unit: 'binary', maxLength: 30 }));
  return fc.oneof({ weight: 3, arbitrary: likely }, { weight: 2, arbitrary: hostile });
}
