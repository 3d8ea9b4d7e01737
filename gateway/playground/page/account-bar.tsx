/** The slim bar on top: who is signed in, until when, and the way to become somebody else. */
import { useSyncExternalStore } from 'react';
import { useLanguage } from './language.tsx';
import type { SessionKeeper } from './session/session-keeper.ts';
import { settings } from './settings.ts';
import { SignInForm } from './sign-in-form.tsx';
import { WhoIsSignedIn } from './who-is-signed-in.tsx';

export function AccountBar({ keeper }: { keeper: SessionKeeper }) {
  const { say, toggle } = useLanguage();
  const session = useSyncExternalStore(keeper.subscribe, () => keeper.session);
  return (
    <header className="account-bar">
      <strong className="brand">
        会诊 Huizhen <span>{say.title}</span>
      </strong>
      {session ? <WhoIsSignedIn session={session} /> : <span className="nobody">{say.nobody}</span>}
      {(settings.demoAccounts || !session) && <SignInForm keeper={keeper} signedIn={session !== undefined} />}
      {session && (
        <button type="button" onClick={() => keeper.signOut()}>
          {say.signOut}
        </button>
      )}
      <button type="button" className="language" onClick={toggle}>
        {say.language}
      </button>
    </header>
  );
}
