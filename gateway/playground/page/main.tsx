/** Starts the playground: GraphiQL under a bar that keeps a session, all of it from this server. */
import './editor-workers.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { LanguageProvider } from './language.tsx';
import { Playground } from './playground.tsx';
import { SessionKeeper } from './session/session-keeper.ts';
import { settings } from './settings.ts';

const keeper = new SessionKeeper({ graphqlPath: settings.graphqlPath, storage: sessionStorage });
const place = document.getElementById('playground');

if (place) {
  createRoot(place).render(
    <StrictMode>
      <LanguageProvider>
        <Playground keeper={keeper} />
      </LanguageProvider>
    </StrictMode>,
  );
}
