/** Signing in, and in which of three ways it failed. */
import { useState } from 'react';
import { type Credentials, SessionRefused } from '../../graph/ask-for-session.ts';
import { useKeeper } from '../../graph/graph-context.tsx';

export type SignInFault = 'refused' | 'limited' | 'offline';

export interface SignIn {
  readonly running: boolean;
  readonly fault: SignInFault | null;
  run(credentials: Credentials): Promise<void>;
}

export function useSignIn(): SignIn {
  const keeper = useKeeper();
  const [running, setRunning] = useState(false);
  const [fault, setFault] = useState<SignInFault | null>(null);
  return {
    running,
    fault,
    async run(credentials) {
      if (running) return;
      setRunning(true);
      setFault(null);
      try {
        await keeper.signIn(credentials);
      } catch (error) {
        setFault(faultOf(error));
        setRunning(false);
      }
    },
  };
}

function faultOf(error: unknown): SignInFault {
  if (!(error instanceof SessionRefused)) return 'offline';
  return error.code === 'RATE_LIMITED' ? 'limited' : 'refused';
}
