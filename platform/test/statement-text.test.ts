/** Statements are told without what could be a value in them. */
import { expect, test } from 'vitest';
import { statementText, verbOf } from '../database/statement-text.ts';

test.each([
  ['select "p0".* from "patients"."patients" as "p0" where "p0"."id" = ?', undefined],
  ["select 1 from t where name = '欧阳' and phone = '139''0'", 'select ? from t where name = ? and phone = ?'],
  ['update t set a = 13987650421, b = 1.5 where c1 = $2', 'update t set a = ?, b = ? where c1 = $2'],
  ["select E'it\\'s 欧阳'", 'SELECT'],
  ['select $a$欧阳$a$', 'SELECT'],
  ["/* ahead */ insert into t values ('\\x00')", 'INSERT'],
  ['select\n  a,\n  b', 'select a, b'],
])('%s', (sql, told = sql) => {
  expect(statementText(sql)).toBe(told);
});

test('the verb is that of the statement, whatever comment stands before it', () => {
  expect(verbOf('/* ahead */ INSERT INTO t')).toBe('INSERT');
  expect(verbOf('  with x as (select 1) select 1')).toBe('WITH');
});
