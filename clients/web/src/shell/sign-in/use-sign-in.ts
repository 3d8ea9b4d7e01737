/** Signing in, and in which of three ways it failed. */
import { HuizhenError, Internal, RateLimited, UpstreamUnavailable } from '@huizhen/sdk';
import { useState } from 'react';
import { useKeeper } from '../../graph/graph-context.tsx';
import type { Credentials } from '../../graph/session-keeper.ts';

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
  // A platform that is just starting, or in trouble, has not refused anybody.
  if (error instanceof Internal || error instanceof UpstreamUnavailable) return 'offline';
  if (!(error instanceof HuizhenError)) return 'offline';
  return error instanceof RateLimited ? 'limited' : 'refused';
}
