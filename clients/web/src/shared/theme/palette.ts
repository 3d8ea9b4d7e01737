/** The colours of all pages: neutral ground, one calm teal, four signal hues each as text, line and fill, for light and dark. */
export type Hue = 'neutral' | 'brand' | 'info' | 'attention' | 'danger' | 'success';
export type Shade = 'light' | 'dark';

interface Strengths {
  readonly text: string;
  readonly line: string;
  readonly fill: string;
}

export interface Palette {
  readonly ground: string;
  readonly surface: string;
  readonly raised: string;
  readonly hover: string;
  readonly chosen: string;
  readonly line: string;
  readonly text: string;
  readonly quiet: string;
  readonly onBrand: string;
  readonly shadow: string;
  readonly hues: Readonly<Record<Hue, Strengths>>;
}

const light: Palette = {
  ground: '#f3f6f6',
  surface: '#ffffff',
  raised: '#f8fafa',
  hover: '#eef5f4',
  chosen: '#dff0ee',
  line: '#d5dedd',
  text: '#16211f',
  quiet: '#51605e',
  onBrand: '#ffffff',
  shadow: '0 1px 3px rgb(16 40 38 / 12%)',
  hues: {
    neutral: { text: '#43514f', line: '#c3cecc', fill: '#edf1f1' },
    brand: { text: '#0b635c', line: '#7fbcb6', fill: '#e0f2f0' },
    info: { text: '#1a56a8', line: '#9dbce6', fill: '#e8f1fc' },
    attention: { text: '#8a4b00', line: '#e0b066', fill: '#fdf2dd' },
    danger: { text: '#b3211c', line: '#e79b97', fill: '#fdeceb' },
    success: { text: '#1f6b34', line: '#93c8a1', fill: '#e7f5ea' },
  },
};

const dark: Palette = {
  ground: '#0f1516',
  surface: '#171f20',
  raised: '#1c2627',
  hover: '#202d2d',
  chosen: '#16393a',
  line: '#33403f',
  text: '#e6eceb',
  quiet: '#a3b1af',
  onBrand: '#062320',
  shadow: '0 1px 3px rgb(0 0 0 / 50%)',
  hues: {
    neutral: { text: '#c2cdcb', line: '#465452', fill: '#263130' },
    brand: { text: '#5cc8bd', line: '#2b6d67', fill: '#123331' },
    info: { text: '#8fbcf5', line: '#35557f', fill: '#182a42' },
    attention: { text: '#f0b95c', line: '#73561f', fill: '#35290f' },
    danger: { text: '#ff9c96', line: '#83403d', fill: '#3d1b1a' },
    success: { text: '#86d39a', line: '#33663f', fill: '#16321d' },
  },
};

export const palettes: Readonly<Record<Shade, Palette>> = { light, dark };
