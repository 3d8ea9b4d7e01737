/** Name, roles and the token's remaining time, counted down. */
import { useEffect, useState } from 'react';
import { useLanguage } from './language.tsx';
import type { Session } from './session/session.ts';

export function WhoIsSignedIn({ session }: { session: Session }) {
  const { say } = useLanguage();
  const now = useNow();
  const expiresAt = new Date(session.expiresAt);
  const minutes = Math.max(0, Math.round((expiresAt.getTime() - now) / 60_000));
  const time = expiresAt.toTimeString().slice(0, 5);
  return (
    <span className="who" role="status">
      <b>{session.viewer.displayName}</b>
      <span>{session.viewer.roles.map((role) => say.roles[role] ?? role).join(' · ')}</span>
      <small title={expiresAt.toLocaleString()}>{say.tokenUntil(time, minutes)}</small>
    </span>
  );
}

function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 15_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
