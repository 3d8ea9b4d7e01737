/** Who comes without a session: the form, and why the last one ended. The address stays, so that one is back after it. */
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { useKeeper } from '../../graph/graph-context.tsx';
import { settings } from '../../settings.ts';
import { allWorkspaces } from '../../workspaces/all-workspaces.ts';
import { AppearanceSwitch } from '../header/appearance-switch.tsx';
import { LanguageSwitch } from '../header/language-switch.tsx';
import { DemoAccounts } from './demo-accounts.tsx';
import { SignInForm } from './sign-in-form.tsx';
import styles from './sign-in.module.css';
import { useSignIn } from './use-sign-in.ts';

export function SignInPage() {
  const { t } = useTranslation('shared');
  const { because } = useKeeper();
  const signIn = useSignIn();
  usePrefetch();
  return (
    <div className={styles['page']}>
      <div className={styles['tools']}>
        <LanguageSwitch />
        <AppearanceSwitch />
      </div>
      <main className={styles['card']}>
        <h1 className={styles['title']}>{t('product')}</h1>
        <p className={styles['quiet']}>{t('signIn.tagline')}</p>
        {because !== 'new' && !signIn.fault && <p role="status">{t(`signIn.${because}`)}</p>}
        <SignInForm signIn={signIn} />
        {settings.demoAccounts && <DemoAccounts signIn={signIn} />}
      </main>
    </div>
  );
}

/** While somebody types, the page at this address comes over the line. */
function usePrefetch(): void {
  const { i18n } = useTranslation();
  const { pathname } = useLocation();
  useEffect(() => {
    const here = allWorkspaces.find(({ name }) => pathname.split('/')[1] === name);
    if (!here) return;
    // Whatever fails here is tried again, and told, where it is needed.
    Promise.all([here.prefetch?.(), here.words[i18n.language === 'en' ? 'en' : 'zh']()]).catch(() => undefined);
  }, [pathname, i18n.language]);
}
