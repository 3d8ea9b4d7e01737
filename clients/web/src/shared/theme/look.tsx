/** Dresses what is inside: antd's theme and language, our CSS variables, and the size of type that suits the reader. */
import { ConfigProvider, type ConfigProviderProps } from 'antd';
import { type ReactNode, useEffect, useLayoutEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { settings } from '../../settings.ts';
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

// antd's own words are those of pickers and dialogs, which nobody sees in the first moment.
const locales = { zh: () => import('antd/es/locale/zh_CN'), en: () => import('antd/es/locale/en_GB') };

/** One from the start: antd would build everything below anew when the first arrives, and what was typed by then would be gone. */
const none: Locale = { locale: 'none' };

function useLocale(): Locale {
  const { i18n } = useTranslation();
  const [locale, setLocale] = useState(none);
  const language = i18n.language === 'en' ? 'en' : 'zh';
  useEffect(() => {
    void locales[language]().then((loaded) => setLocale(loaded.default));
  }, [language]);
  return locale;
}
