/** The demonstration accounts by role, and a way out of the list for any other. */
import { demoAccounts } from './demo-accounts.ts';
import { useLanguage } from './language.tsx';

export function AccountPicker({ account, onPick }: { account: string; onPick: (username: string) => void }) {
  const { say } = useLanguage();
  return (
    <select name="account" value={account} aria-label={say.account} onChange={(event) => onPick(event.target.value)}>
      {demoAccounts.map(({ username, role }) => (
        <option key={username} value={username}>
          {say.roles[role]} · {username}
        </option>
      ))}
      <option value="">{say.otherAccount}</option>
    </select>
  );
}
