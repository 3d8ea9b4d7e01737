/** To the other language; the button is written in the language it leads to. */
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { chooseLanguage } from '../../shared/words/i18n.ts';

export function LanguageSwitch() {
  const { t, i18n } = useTranslation('shared');
  const other = i18n.language === 'zh' ? 'en' : 'zh';
  return (
    <Button type="text" lang={other === 'zh' ? 'zh-CN' : 'en'} onClick={() => void chooseLanguage(other)}>
      {t('language')}
    </Button>
  );
}
