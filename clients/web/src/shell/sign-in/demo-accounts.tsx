/** One press for each demonstration account; the server says whether there are any. */
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import styles from './sign-in.module.css';
import type { SignIn } from './use-sign-in.ts';

const password = 'huizhen-demo';
const accounts = [
  ['requester', 'REQUESTER'],
  ['expert1', 'EXPERT'],
  ['expert2', 'EXPERT'],
  ['coordinator', 'COORDINATOR'],
  ['patient', 'PATIENT'],
] as const;

export function DemoAccounts({ signIn }: { signIn: SignIn }) {
  const { t } = useTranslation('shared');
  return (
    <section className={styles['demo']} aria-labelledby="demo-accounts">
      <h2 id="demo-accounts">{t('signIn.demo')}</h2>
      <p className={styles['quiet']}>{t('signIn.demoHint', { password })}</p>
      <div className={styles['accounts']}>
        {accounts.map(([username, role]) => (
          <Button key={username} disabled={signIn.running} onClick={() => void signIn.run({ username, password })}>
            {t(`role.${role}`)} <span className={styles['quiet']}>{username}</span>
          </Button>
        ))}
      </div>
    </section>
  );
}
