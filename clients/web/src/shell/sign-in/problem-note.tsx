/** Why signing in failed, and what to do. */
import { WarningFilled } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import styles from './sign-in.module.css';
import type { SignInFault } from './use-sign-in.ts';

export function ProblemNote({ fault }: { fault: SignInFault }) {
  const { t } = useTranslation('shared');
  return (
    <p role="alert" className={styles['fault']}>
      <WarningFilled aria-hidden /> {t(`signIn.${fault}`)}
    </p>
  );
}
