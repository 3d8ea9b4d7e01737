/** Dresses what is inside: antd's theme and language, our CSS variables, and the size of type that suits the reader. */
import { ConfigProvider, type ConfigProviderProps } from 'antd';
import { type ReactNode, useEffect, useLayoutEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { settings } from '../../settings.ts';
import { persistently } from '../loading/persistently.ts';
import { antdTheme } from './antd-theme.ts';
import { appearance } from './appearance.ts';
import { writeCssVariables } from './css-variables.ts';

type Locale = NonNullable<ConfigProviderProps['locale']>;

export function Look({ fontSize = 14, children }: { fontSize?: number; children: ReactNode }) {
  const shade = useSyncExternalStore(appearance.subscribe, appearance.shade);
  const locale = useLocale();
  useLayoutEffect(() => {
    writeCssVariables(shade);
    document.documentElement.style.setProperty('--type', `${fontSize}px`);
  }, [shade, fontSize]);
  return (
    <ConfigProvider
      theme={antdTheme(shade, fontSize)}
      locale={locale}
      csp={{ nonce: settings.nonce }}
      button={{ autoInsertSpace: false }}
    >
      {children}
    </ConfigProvider>
  );
}

// antd's own words are those of pickers and dialogs, which nobody sees in the first moment. Without any it would lay out the page
// differently, and the arrival of words would make everything anew: what somebody has typed by then would be gone.
const wordless: Locale = { locale: '' };
const locales = { zh: () => import('antd/es/locale/zh_CN'), en: () => import('antd/es/locale/en_GB') };

function useLocale(): Locale {
  const { i18n } = useTranslation();
  const [locale, setLocale] = useState(wordless);
  const language = i18n.language === 'en' ? 'en' : 'zh';
  useEffect(() => {
    void persistently(locales[language]).then((loaded) => setLocale(loaded.default));
  }, [language]);
  return locale;
}
