/** One mutation behind a button: done once however often it is pressed, and a retry of the same press cannot do it twice. */
import type { TypedDocumentNode } from '@urql/core';
import { useRef, useState } from 'react';
import { useClient } from 'urql';
import { type Problem, problemIn } from '../../graph/problem.ts';

interface WithInput {
  readonly input: { readonly idempotencyKey?: string | null | undefined };
  readonly [other: string]: unknown;
}

export interface Action<Data, Variables> {
  readonly running: boolean;
  readonly problem: Problem | null;
  /** The answer, or null when it was refused; `problem` then says why. */
  run(variables: Variables): Promise<Data | null>;
  dismiss(): void;
}

export function useAction<Data, Variables extends WithInput>(
  document: TypedDocumentNode<Data, Variables>,
): Action<Data, Variables> {
  const client = useClient();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [running, setRunning] = useState(false);
  const started = useRef(false);
  const unanswered = useRef<{ asked: string; key: string } | null>(null);

  async function run(variables: Variables): Promise<Data | null> {
    if (started.current) return null;
    started.current = true;
    setRunning(true);
    const key = keyFor(unanswered, variables);
    const keyed = { ...variables, input: { ...variables.input, idempotencyKey: key } };
    const { data, error } = await client.mutation(document, keyed).toPromise();
    const found = problemIn(error);
    if (found?.code !== 'OFFLINE') unanswered.current = null;
    started.current = false;
    setRunning(false);
    setProblem(found);
    return found ? null : (data ?? null);
  }

  return { running, problem, run, dismiss: () => setProblem(null) };
}

/** A press that was never answered keeps its key for the next try of the same; anything else is a new press. */
function keyFor(unanswered: { current: { asked: string; key: string } | null }, variables: object): string {
  const asked = JSON.stringify(variables);
  if (unanswered.current?.asked !== asked) unanswered.current = { asked, key: crypto.randomUUID() };
  return unanswered.current.key;
}
