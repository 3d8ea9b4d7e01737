/** The two languages: Chinese unless somebody chose English. Each workspace brings its own words under its own name. */
import i18next, { type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { persistently } from '../loading/persistently.ts';

export type Language = 'zh' | 'en';

/** Words by key; what stands in {{}} is filled in. A nested key is written with dots. */
export interface Words {
  readonly [key: string]: string | Words;
}

/** Words that are loaded when they are needed. */
export type WordsByLanguage = Readonly<Record<Language, () => Promise<{ words: Words }>>>;

const key = 'huizhen.web.language';
const shared: WordsByLanguage = { zh: () => import('./shared.zh.ts'), en: () => import('./shared.en.ts') };
const known = new Map<string, WordsByLanguage>([['shared', shared]]);
/** The language that was chosen last, whose words may still be on their way. */
let wanted: Language = 'zh';

export async function startWords(): Promise<i18n> {
  const language = localStorage.getItem(key) === 'en' ? 'en' : 'zh';
  await i18next.use(initReactI18next).init({
    lng: language,
    resources: {},
    defaultNS: 'shared',
    fallbackNS: 'shared',
    interpolation: { escapeValue: false },
    react: { bindI18nStore: 'added' },
  });
  await chooseLanguage(language);
  return i18next;
}

export async function chooseLanguage(language: Language): Promise<void> {
  wanted = language;
  await Promise.all([...known].map(([name, words]) => load(name, words, language)));
  if (wanted !== language) return;
  localStorage.setItem(key, language);
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  await i18next.changeLanguage(language);
}

/** A workspace's words, in the language of now and in that which was just chosen; a later change of language brings the others. */
export async function addWords(name: string, words: WordsByLanguage): Promise<void> {
  known.set(name, words);
  const spoken = i18next.language === 'en' ? 'en' : 'zh';
  await Promise.all([load(name, words, spoken), load(name, words, wanted)]);
}

async function load(name: string, words: WordsByLanguage, language: Language): Promise<void> {
  if (i18next.hasResourceBundle(language, name)) return;
  i18next.addResourceBundle(language, name, (await persistently(words[language])).words);
}
