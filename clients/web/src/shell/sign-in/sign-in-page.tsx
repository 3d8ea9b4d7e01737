/** Who comes without a session: the form, and why the last one ended. The address stays, so that one is back after it. */
import { useTranslation } from 'react-i18next';
import { useKeeper } from '../../graph/graph-context.tsx';
import { settings } from '../../settings.ts';
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
