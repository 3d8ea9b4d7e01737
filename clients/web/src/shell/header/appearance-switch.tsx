/** Goes round: as the system, light, dark. */
import { DesktopOutlined, MoonOutlined, SunOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { type Choice, appearance } from '../../shared/theme/appearance.ts';

const icons: Readonly<Record<Choice, typeof SunOutlined>> = {
  system: DesktopOutlined,
  light: SunOutlined,
  dark: MoonOutlined,
};
const next: Readonly<Record<Choice, Choice>> = { system: 'light', light: 'dark', dark: 'system' };

export function AppearanceSwitch() {
  const { t } = useTranslation('shared');
  const choice = useSyncExternalStore(appearance.subscribe, () => appearance.choice);
  const Icon = icons[choice];
  const label = `${t('appearance.label')}: ${t(`appearance.${choice}`)}`;
  return (
    <Button
      type="text"
      icon={<Icon />}
      aria-label={label}
      title={label}
      onClick={() => appearance.choose(next[choice])}
    />
  );
}
