/** The palette as antd's components take it. */
import { type ThemeConfig, theme } from 'antd';
import { type Shade, palettes } from './palette.ts';

export const fontFamily =
  '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", system-ui, -apple-system, "Segoe UI", sans-serif';

export function antdTheme(shade: Shade, fontSize: number): ThemeConfig {
  const { hues, ...plain } = palettes[shade];
  return {
    algorithm: shade === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      colorPrimary: shade === 'dark' ? '#3fb3a7' : '#0f766e',
      colorInfo: hues.info.text,
      colorWarning: hues.attention.text,
      colorError: hues.danger.text,
      colorSuccess: hues.success.text,
      colorText: plain.text,
      colorTextSecondary: plain.quiet,
      colorTextDescription: plain.quiet,
      colorTextPlaceholder: plain.quiet,
      colorBgLayout: plain.ground,
      colorBgContainer: plain.surface,
      colorBgElevated: plain.surface,
      colorBorder: plain.line,
      colorTextLightSolid: plain.onBrand,
      borderRadius: 6,
      fontSize,
      // Where people read rather than work densely, they use a thumb.
      controlHeight: fontSize === 16 ? 44 : 32,
      fontFamily,
      motionDurationFast: '0.08s',
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.15s',
    },
  };
}
