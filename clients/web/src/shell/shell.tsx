/** The frame of all pages. Who is not signed in signs in at whatever address they came to, and is then there. */
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { GraphOfViewer, useSession } from '../graph/graph-context.tsx';
import { Look } from '../shared/theme/look.tsx';
import { allWorkspaces } from '../workspaces/all-workspaces.ts';
import { Header } from './header/header.tsx';
import { OfflineBanner } from './header/offline-banner.tsx';
import { PageFault } from './page-fault.tsx';
import { Routing } from './routing.tsx';
import styles from './shell.module.css';
import { SignInPage } from './sign-in/sign-in-page.tsx';

export function Shell() {
  const session = useSession();
  const { pathname, search } = useLocation();
  const here = allWorkspaces.find(({ name }) => pathname.split('/')[1] === name);
  // Type ×1.5 for the screen on the wall, which is read from the other end of the room.
  const wall = new URLSearchParams(search).has('wall');
  if (!session) {
    return (
      <Look fontSize={16}>
        <SignInPage />
      </Look>
    );
  }
  return (
    <Look fontSize={wall ? 21 : (here?.fontSize ?? 14)}>
      <GraphOfViewer key={session.viewer.id} viewerId={session.viewer.id}>
        <Frame wall={wall} />
      </GraphOfViewer>
    </Look>
  );
}

function Frame({ wall }: { wall: boolean }) {
  const { t } = useTranslation('shared');
  const { pathname } = useLocation();
  return (
    <div className={styles['frame']}>
      <a className={`${styles['skip']} unseen`} href="#main">
        {t('skip')}
      </a>
      {!wall && <Header />}
      <OfflineBanner />
      <main id="main" className={styles['main']} tabIndex={-1}>
        <PageFault place={pathname}>
          <Routing />
        </PageFault>
      </main>
    </div>
  );
}
