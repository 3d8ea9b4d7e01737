/** Starts the pages: words first, so that nothing is shown without them, and who is signed in. */
import './shared/theme/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { takeUpSession } from './graph/graph-context.tsx';
import { startWords } from './shared/words/i18n.ts';
import { Shell } from './shell/shell.tsx';

const place = document.getElementById('app');
await Promise.all([startWords(), takeUpSession()]);

if (place) {
  createRoot(place).render(
    <StrictMode>
      <BrowserRouter>
        <Shell />
      </BrowserRouter>
    </StrictMode>,
  );
}
