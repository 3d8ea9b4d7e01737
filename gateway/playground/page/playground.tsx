/** The page: the account bar on top, GraphiQL with the worked examples below. */
import '@graphiql/react/style.css';
import '@graphiql/plugin-doc-explorer/style.css';
import '@graphiql/plugin-history/style.css';
import 'graphiql/graphiql.css';
import './playground.css';
import { GraphiQL } from 'graphiql';
import { useMemo } from 'react';
import { AccountBar } from './account-bar.tsx';
import { EditorLook } from './editor-look.tsx';
import { ExplainButton } from './explain/explain-button.tsx';
import { ExplainSwitch } from './explain/explain-switch.ts';
import { ExplanationPanel } from './explain/explanation-panel.tsx';
import { createFetcher } from './fetcher.ts';
import { examples } from './examples.ts';
import type { SessionKeeper } from './session/session-keeper.ts';

export function Playground({ keeper }: { keeper: SessionKeeper }) {
  const explain = useMemo(() => new ExplainSwitch(), []);
  const fetcher = useMemo(() => createFetcher(keeper, explain), [keeper, explain]);
  return (
    <>
      <AccountBar keeper={keeper} />
      {/* Queries, variables and history may hold patient data: they live as long as the window and no longer. */}
      <GraphiQL
        fetcher={fetcher}
        storage={sessionStorage}
        defaultTabs={examples}
        defaultEditorToolsVisibility="variables"
        schemaDescription
        inputValueDeprecation
      >
        <GraphiQL.Logo>
          <EditorLook />
        </GraphiQL.Logo>
        <GraphiQL.Toolbar>
          {({ prettify, merge, copy }) => (
            <>
              {prettify}
              {merge}
              {copy}
              <ExplainButton explain={explain} />
            </>
          )}
        </GraphiQL.Toolbar>
        <GraphiQL.Footer>
          <ExplanationPanel explain={explain} />
        </GraphiQL.Footer>
      </GraphiQL>
    </>
  );
}
