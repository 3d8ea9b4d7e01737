/** Gives the code editors the platform's teal in place of GraphiQL's pink, under the theme names that GraphiQL switches between. */
import { useMonaco } from '@graphiql/react';
import { useEffect } from 'react';

const themes = {
  'graphiql-LIGHT': { base: 'vs', accent: '#0f766e', ground: '#ffffff', argument: '5b5bb5' },
  'graphiql-DARK': { base: 'vs-dark', accent: '#5eead4', ground: '#17211f', argument: 'a5b4fc' },
} as const;

export function EditorColours() {
  const monaco = useMonaco((state) => state.monaco);
  useEffect(() => {
    for (const [name, theme] of Object.entries(themes)) {
      monaco?.editor.defineTheme(name, {
        base: theme.base,
        inherit: true,
        rules: [{ token: 'argument.identifier.gql', foreground: theme.argument }],
        colors: coloursOf(theme),
      });
    }
  }, [monaco]);
  return null;
}

function coloursOf({ accent, ground }: { accent: string; ground: string }): Record<string, string> {
  return {
    'editor.background': '#ffffff00',
    'scrollbar.shadow': '#ffffff00',
    'editorHoverWidget.background': ground,
    'editorSuggestWidget.background': ground,
    'editorWidget.background': ground,
    'menu.background': ground,
    'quickInput.background': ground,
    'editorSuggestWidget.selectedBackground': `${accent}22`,
    'list.hoverBackground': `${accent}18`,
    'list.highlightForeground': accent,
    'list.focusHighlightForeground': accent,
    'textLink.foreground': accent,
    'textLink.activeForeground': accent,
    'editorLink.activeForeground': accent,
    focusBorder: accent,
  };
}
