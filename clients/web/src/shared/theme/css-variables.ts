/** Writes the palette where style sheets find it: `var(--surface)`, `var(--danger-text)`. */
import { type Palette, type Shade, palettes } from './palette.ts';

export function writeCssVariables(shade: Shade): void {
  const { style, dataset } = document.documentElement;
  dataset['shade'] = shade;
  style.colorScheme = shade;
  for (const [name, value] of variablesOf(palettes[shade])) style.setProperty(`--${name}`, value);
}

function variablesOf({ hues, ...plain }: Palette): [string, string][] {
  const signals = Object.entries(hues).flatMap(([hue, strengths]) =>
    Object.entries(strengths).map(([strength, value]): [string, string] => [`${hue}-${strength}`, value]),
  );
  return [...Object.entries(plain).map(([name, value]): [string, string] => [kebab(name), value]), ...signals];
}

function kebab(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
