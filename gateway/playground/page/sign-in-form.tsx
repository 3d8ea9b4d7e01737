/** Signs in: on a demonstration platform by picking one of its accounts, elsewhere by name, password and one-time code. */
import { type FormEvent, useState } from 'react';
import { AccountPicker } from './account-picker.tsx';
import { demoPassword } from './demo-accounts.ts';
import { useLanguage } from './language.tsx';
import { type Credentials, SessionRefused } from './session/ask-for-session.ts';
import type { SessionKeeper } from './session/session-keeper.ts';
import { settings } from './settings.ts';

const somebodyElse = '';

export function SignInForm({ keeper, signedIn }: { keeper: SessionKeeper; signedIn: boolean }) {
  const { say } = useLanguage();
  const [account, setAccount] = useState(settings.demoAccounts ? 'requester' : somebodyElse);
  const { submit, busy, refusal } = useSignIn(keeper);
  const typed = account === somebodyElse;
  return (
    <form className="sign-in" onSubmit={(event) => void submit(event)}>
      {refusal && <span role="alert">{refusal}</span>}
      {settings.demoAccounts && <AccountPicker account={account} onPick={setAccount} />}
      {typed && (
        <input name="username" required autoComplete="username" placeholder={say.username} aria-label={say.username} />
      )}
      <input
        key={account}
        name="password"
        type={signedIn && !typed ? 'hidden' : 'password'}
        required
        autoComplete="current-password"
        defaultValue={typed ? '' : demoPassword}
        placeholder={say.password}
        aria-label={say.password}
      />
      {typed && (
        <input
          name="oneTimeCode"
          inputMode="numeric"
          autoComplete="one-time-code"
          placeholder={say.oneTimeCode}
          aria-label={say.oneTimeCode}
        />
      )}
      <button type="submit" className="primary" disabled={busy}>
        {signedIn ? say.switchTo : say.signIn}
      </button>
    </form>
  );
}

function useSignIn(keeper: SessionKeeper) {
  const { say } = useLanguage();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setBusy(true);
    setRefusal(undefined);
    try {
      await keeper.signIn(credentialsIn(new FormData(event.currentTarget)));
    } catch (error) {
      setRefusal(error instanceof SessionRefused ? error.message : say.offline);
    } finally {
      setBusy(false);
    }
  };
  return { submit, busy, refusal };
}

function credentialsIn(form: FormData): Credentials {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  const oneTimeCode = text('oneTimeCode').trim();
  return {
    username: text('username').trim() || text('account'),
    password: text('password'),
    ...(oneTimeCode && { oneTimeCode }),
  };
}
