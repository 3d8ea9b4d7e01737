/** An app, or an administrator for it, publishes the documents that it will send; publishing one twice is no fault. */
import { allow, found } from '@huizhen/platform/access/allow';
import { BadUserInput } from '@huizhen/platform/errors/expected-errors';
import type { Unit } from '@huizhen/platform/subgraph/context';
import { z } from 'zod';
import { readDocument } from '../documents/read-document.ts';
import { TooManyDocuments } from '../domain/directory-errors.ts';
import { mayPublishDocuments } from '../domain/partner-policy.ts';
import { documentLimits, faultsOfDocuments, TrustedDocument, type ReadDocument } from '../domain/trusted-document.ts';
import type { DirectoryContext, DirectoryStore } from '../store/directory.store.ts';

const ACTION = 'trusted-document.publish';

export interface PublishTrustedDocuments {
  readonly appId: string;
  readonly texts: readonly string[];
  readonly idempotencyKey: string | null;
}

/** In the order of the texts. */
export function publishTrustedDocuments(
  context: DirectoryContext,
  input: PublishTrustedDocuments,
): Promise<TrustedDocument[]> {
  const { appId } = input;
  const mayPublish = () => allow(mayPublishDocuments(context.viewer, appId), ACTION, { id: appId, patientId: null });
  return context.once(
    { name: ACTION, input: { ...input } },
    {
      act: async (unit) => {
        mayPublish();
        const app = found(await unit.apps.byId(appId), ACTION, appId);
        const read = readAll(input.texts);
        const documents = read.map((one) => inForceFrom(context.clock.now(), app.id, one));
        await unit.documents.holdPublishing(app.id);
        await refuseTooMany(unit, app.id, documents);
        await unit.documents.publish(distinct(documents));
        unit.audit.record(ACTION, { id: app.id, patientId: null });
        return documents;
      },
      remember: (documents) => documents.map(({ id }) => id),
      remembered: z.array(z.string()),
      again: async (unit, ids) => {
        mayPublish();
        const known = new Map((await unit.documents.byIds(appId, ids)).map((one) => [one.id, one]));
        return ids.map((id) => found(known.get(id), ACTION, id));
      },
    },
  );
}

function readAll(texts: readonly string[]): ReadDocument[] {
  const read = texts.slice(0, documentLimits.atOnce + 1).map(readDocument);
  const faults = faultsOfDocuments(read);
  if (faults.length > 0) throw new BadUserInput(faults);
  return read;
}

async function refuseTooMany(
  unit: Unit<DirectoryStore>,
  appId: string,
  documents: readonly TrustedDocument[],
): Promise<void> {
  const ids = new Set(documents.map(({ id }) => id));
  const inForce = (await unit.documents.byIds(appId, [...ids])).filter(({ withdrawnAt }) => withdrawnAt === null);
  const after = (await unit.documents.count(appId)) + ids.size - inForce.length;
  if (after > documentLimits.ofOneApp) throw new TooManyDocuments(documentLimits.ofOneApp);
}

function inForceFrom(publishedAt: Date, appId: string, { id, text, operationNames }: ReadDocument): TrustedDocument {
  const names = operationNames.filter((name) => name !== null);
  const row = { appId, id, text, operationNames: names, publishedAt, withdrawnAt: null };
  return Object.assign(new TrustedDocument(), row);
}

/** One statement may not write a row twice. */
function distinct(documents: readonly TrustedDocument[]): TrustedDocument[] {
  return [...new Map(documents.map((one) => [one.id, one])).values()];
}
