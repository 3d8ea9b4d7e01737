/** The bar's language: the browser's at first, then what was chosen. */
import { type ReactNode, createContext, useContext, useEffect, useState } from 'react';
import { type Language, type Words, words } from './words.ts';

const key = 'huizhen.language';
const LanguageContext = createContext<{ language: Language; toggle: () => void }>({ language: 'zh', toggle: () => {} });

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(preferred);
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
    localStorage.setItem(key, language);
  }, [language]);
  const toggle = () => setLanguage(language === 'zh' ? 'en' : 'zh');
  return <LanguageContext value={{ language, toggle }}>{children}</LanguageContext>;
}

export function useLanguage(): { language: Language; toggle: () => void; say: Words } {
  const { language, toggle } = useContext(LanguageContext);
  return { language, toggle, say: words[language] };
}

function preferred(): Language {
  const chosen = localStorage.getItem(key) ?? navigator.language;
  return chosen.startsWith('zh') ? 'zh' : 'en';
}
