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
import { createFetcher } from './fetcher.ts';
import { examples } from './examples.ts';
import type { SessionKeeper } from './session/session-keeper.ts';

export function Playground({ keeper }: { keeper: SessionKeeper }) {
  const fetcher = useMemo(() => createFetcher(keeper), [keeper]);
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
      </GraphiQL>
    </>
  );
}
