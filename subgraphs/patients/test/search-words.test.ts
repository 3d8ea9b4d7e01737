/** A patient is found by name, surname, pinyin or initials. */
import { expect, test } from 'vitest';
import { normalSearchWord, searchWords } from '../src/domain/search-words.ts';

test.each([
  ['王小明', ['王小明', '王', 'wangxiaoming', 'wang', 'wxm']],
  ['欧阳修', ['欧阳修', '欧阳', 'ouyangxiu', 'ouyang', 'oyx']],
  ['单于飞', ['单于飞', '单于', 'chanyufei', 'chanyu', 'cyf']],
  ['单雄信', ['单雄信', '单', 'shanxiongxin', 'shan', 'sxx']],
  ['曾国', ['曾国', '曾', 'zengguo', 'zeng', 'zg']],
  ['吕绿', ['吕绿', '吕', 'lvlv', 'lv', 'll']],
  ['José García', ['josegarcia', 'jose', 'garcia', 'garciajose', 'jg']],
])('%s', (name, words) => {
  expect(searchWords(name)).toEqual(words);
});

test('what the user types is normalised the same way', () => {
  expect(['WANG Xiao-ming', '欧阳 修', 'Lǚ'].map(normalSearchWord)).toEqual(['wangxiaoming', '欧阳修', 'lv']);
});
