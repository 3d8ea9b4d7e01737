/** Gives the code editors the platform's teal in place of GraphiQL's pink, and lines that wrap, so that comments can be read. */
import { useMonaco } from '@graphiql/react';
import { useEffect } from 'react';

// GraphiQL switches between these two names.
const themes = {
  'graphiql-LIGHT': { base: 'vs', accent: '#0f766e', ground: '#ffffff', argument: '5b5bb5', comment: '3f6b4f' },
  'graphiql-DARK': { base: 'vs-dark', accent: '#5eead4', ground: '#17211f', argument: 'a5b4fc', comment: '8fbc9b' },
} as const;

export function EditorLook() {
  const monaco = useMonaco((state) => state.monaco);
  useEffect(() => {
    for (const [name, theme] of Object.entries(themes)) {
      monaco?.editor.defineTheme(name, {
        base: theme.base,
        inherit: true,
        rules: [
          { token: 'argument.identifier.gql', foreground: theme.argument },
          { token: 'comment', foreground: theme.comment },
        ],
        colors: coloursOf(theme),
      });
    }
    const watch = monaco?.editor.onDidCreateEditor(wrapLines);
    monaco?.editor.getEditors().forEach(wrapLines);
    return () => watch?.dispose();
  }, [monaco]);
  return null;
}

function wrapLines(editor: { updateOptions: (options: { wordWrap: 'on'; fontSize: number }) => void }): void {
  editor.updateOptions({ wordWrap: 'on', fontSize: 13 });
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
