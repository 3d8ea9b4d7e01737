/** Name, password, and the code of who has enrolled one. */
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from './problem-note.tsx';
import styles from './sign-in.module.css';
import type { SignIn } from './use-sign-in.ts';

export function SignInForm({ signIn }: { signIn: SignIn }) {
  const { t } = useTranslation('shared');
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const submit = () =>
    void signIn.run({ username: username.trim(), password, ...(code.trim() !== '' && { oneTimeCode: code.trim() }) });
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <label>
        {t('signIn.username')}
        <Input
          autoFocus
          required
          autoComplete="username"
          value={username}
          onChange={(event) => setUsername(event.target.value)}
        />
      </label>
      <label>
        {t('signIn.password')}
        <Input
          required
          type="password"
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </label>
      <label>
        {t('signIn.oneTimeCode')} <span className={styles['quiet']}>({t('signIn.oneTimeCodeHint')})</span>
        <Input
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={6}
          value={code}
          onChange={(event) => setCode(event.target.value)}
        />
      </label>
      {signIn.fault && <ProblemNote fault={signIn.fault} />}
      <Button type="primary" htmlType="submit" block loading={signIn.running}>
        {t('signIn.submit')}
      </Button>
    </form>
  );
}
