/** An app, or an administrator for it, withdraws documents that it sends no more; within minutes they are refused. */
import { allow, found } from '@huizhen/platform/access/allow';
import { z } from 'zod';
import { mayPublishDocuments } from '../domain/partner-policy.ts';
import type { TrustedDocument } from '../domain/trusted-document.ts';
import type { DirectoryContext } from '../store/directory.store.ts';

const ACTION = 'trusted-document.withdraw';

export interface WithdrawTrustedDocuments {
  readonly appId: string;
  readonly ids: readonly string[];
  readonly idempotencyKey: string | null;
}

/** In the order of the ids; an id that is none of the app's fails all. */
export function withdrawTrustedDocuments(
  context: DirectoryContext,
  input: WithdrawTrustedDocuments,
): Promise<TrustedDocument[]> {
  const { appId, ids } = input;
  const mayWithdraw = () => allow(mayPublishDocuments(context.viewer, appId), ACTION, { id: appId, patientId: null });
  return context.once(
    { name: ACTION, input: { ...input } },
    {
      act: async (unit) => {
        mayWithdraw();
        const known = new Map((await unit.documents.byIds(appId, ids)).map((one) => [one.id, one]));
        const documents = ids.map((id) => found(known.get(id), ACTION, id));
        const now = context.clock.now();
        await unit.documents.withdraw(appId, ids, now);
        unit.audit.record(ACTION, { id: appId, patientId: null });
        for (const document of documents) document.withdrawnAt ??= now;
        return documents;
      },
      remember: (documents) => documents.map(({ id }) => id),
      remembered: z.array(z.string()),
      again: async (unit, withdrawn) => {
        mayWithdraw();
        const known = new Map((await unit.documents.byIds(appId, withdrawn)).map((one) => [one.id, one]));
        return withdrawn.map((id) => found(known.get(id), ACTION, id));
      },
    },
  );
}
