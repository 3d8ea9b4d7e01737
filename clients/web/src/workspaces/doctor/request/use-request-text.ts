/** What is typed goes to the server by itself a moment after the last key; until it is there, this window keeps it. */
import { useEffect, useRef, useState } from 'react';
import { useServerClock } from '../../../graph/graph-context.tsx';
import type { Problem } from '../../../graph/problem.ts';
import { useAction } from '../../../shared/actions/use-action.ts';
import { useDraft } from '../../../shared/drafts/use-draft.ts';
import { type RequestTextFragment, UpdateRequestDocument } from './request.graphql.ts';
import { type RequestText, changesTo, readText, textOf } from './request-text.ts';

export interface WrittenRequest {
  readonly text: RequestText;
  /** Everything typed is with the server. */
  readonly settled: boolean;
  /** When it was last saved, by the server's clock. */
  readonly savedAt: number | null;
  readonly problem: Problem | null;
  /** Fields that the server does not take as they are. */
  readonly refused: Readonly<Record<string, string>>;
  write(change: Partial<RequestText>): void;
}

const afterMs = 250;
const againAfterMs = 3_000;
const final = ['ILLEGAL_TRANSITION', 'CONFLICT', 'FORBIDDEN', 'NOT_FOUND'];

export function useRequestText(request: RequestTextFragment): WrittenRequest {
  const clock = useServerClock();
  const draft = useDraft(`request.${request.id}`, { empty: textOf(request), read: readText });
  const [text, setText] = useState(draft.value);
  const [saved, setSaved] = useState(() => textOf(request));
  const [savedAt, setSavedAt] = useState<number | null>(null);
  const [refused, setRefused] = useState<Partial<RequestText>>({});
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({});
  const { run, running, problem } = useAction(UpdateRequestDocument);
  const sent = useRef(text);

  const changes = changesTo(saved, text, refused);
  const pending = Object.keys(changes).length > 0;
  const over = problem !== null && final.includes(problem.code);
  const delay = problem === null || problem.code === 'BAD_USER_INPUT' ? afterMs : againAfterMs;

  async function save(): Promise<void> {
    sent.current = text;
    const { diseaseCode, ...rest } = changes;
    const code = diseaseCode === undefined ? {} : { diseaseCode: diseaseCode === '' ? null : diseaseCode };
    const done = await run({ input: { consultationId: request.id, ...rest, ...code } });
    if (!done) return;
    setSaved((before) => ({ ...before, ...changes }));
    setSavedAt(clock.now());
  }

  useEffect(() => {
    if (!pending || running || over) return undefined;
    const timer = setTimeout(() => void save(), delay);
    return () => clearTimeout(timer);
  });

  useEffect(() => {
    if (problem?.code !== 'BAD_USER_INPUT') return;
    const named = problem.fields ?? [];
    const values = Object.entries(sent.current).filter(([name]) => named.some(({ path }) => path === name));
    setRefused(Object.fromEntries(values));
    setFaults(Object.fromEntries(named.map(({ path, message }) => [path, message])));
  }, [problem]);

  const { discard } = draft;
  useEffect(() => {
    if (!pending && !running && Object.keys(refused).length === 0) discard();
  }, [pending, running, refused, discard]);

  function write(change: Partial<RequestText>): void {
    const next = { ...text, ...change };
    const touched = Object.keys(change);
    setText(next);
    draft.keep(next);
    setRefused((before) => without(before, touched));
    setFaults((before) => without(before, touched));
  }

  const shown = problem?.code === 'BAD_USER_INPUT' ? null : problem;
  return { text, settled: !pending && !running, savedAt, problem: shown, refused: faults, write };
}

function without<Of extends object>(all: Of, names: readonly string[]): Of {
  const kept = { ...all };
  for (const name of names) Reflect.deleteProperty(kept, name);
  return kept;
}
