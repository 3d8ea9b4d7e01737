/** Which page stands at which address: each workspace's own, loaded when opened, for those whose role it is. */
import { Suspense, use, useMemo } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { useSession } from '../graph/graph-context.tsx';
import { LoadingState } from '../shared/feedback/loading-state.tsx';
import { addWords } from '../shared/words/i18n.ts';
import { allWorkspaces, workspacesOf } from '../workspaces/all-workspaces.ts';
import type { Workspace, WorkspacePage } from '../workspaces/workspace.ts';
import { NoWorkspace, NotYours, Nowhere } from './dead-ends.tsx';

export function Routing() {
  const mine = workspacesOf(useSession()?.viewer.roles ?? []);
  const [first] = mine;
  return (
    <Suspense fallback={<LoadingState rows={10} />}>
      <Routes>
        <Route path="/" element={first ? <Navigate to={`/${first.name}`} replace /> : <NoWorkspace />} />
        {mine.flatMap((workspace) =>
          workspace.pages.map((page) => (
            <Route
              key={`${workspace.name}/${page.path}`}
              path={`/${workspace.name}/${page.path}`}
              element={<PageWithWords workspace={workspace} page={page} />}
            />
          )),
        )}
        {allWorkspaces
          .filter((workspace) => !mine.includes(workspace))
          .map(({ name, role }) => (
            <Route key={name} path={`/${name}/*`} element={<NotYours role={role} />} />
          ))}
        <Route path="*" element={<Nowhere />} />
      </Routes>
    </Suspense>
  );
}

const loading = new Map<string, Promise<void>>();

function PageWithWords({ workspace, page: { page: Page } }: { workspace: Workspace; page: WorkspacePage }) {
  const words = useMemo(() => wordsOf(workspace), [workspace]);
  use(words);
  return <Page />;
}

function wordsOf({ name, words }: Workspace): Promise<void> {
  const known = loading.get(name) ?? addWords(name, words);
  loading.set(name, known);
  return known;
}
