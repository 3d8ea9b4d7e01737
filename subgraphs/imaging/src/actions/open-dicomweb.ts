/** Whoever may look at studies gets a token for each, which an image viewer uses for a few minutes. */
import { randomBytes } from 'node:crypto';
import { inOrderOf, loader } from '@huizhen/platform/subgraph/loader';
import { ViewerToken, viewerTokenEndsAt } from '../domain/viewer-token.ts';
import { viewableStudy, type KnownStudy } from '../queries/known-studies.ts';
import type { ImagingContext } from '../store/imaging.store.ts';
import { tokenHash } from './token-hash.ts';

export interface DicomwebLeave {
  readonly token: string;
  readonly expiresAt: Date;
}

const action = 'imaging.open-dicomweb';
/** Kept a while after their end, so that the access log can tell an expired token from an invented one. */
const FORGET_AFTER_MS = 86_400_000;

/** Throws NOT_FOUND or FORBIDDEN for those who may not look at it. */
export async function openDicomweb(context: ImagingContext, studyUid: string): Promise<DicomwebLeave> {
  await viewableStudy(context, studyUid, action);
  return tokens(context).load(studyUid);
}

/** All tokens of one answer are written at once. */
const tokens = loader(async (context: ImagingContext, uids: readonly string[]) => {
  const studies = await Promise.all(uids.map((uid) => viewableStudy(context, uid, action)));
  const issued = studies.map((study) => issue(context, study));
  await context.asService((own) =>
    own.transact(async ({ viewerTokens, audit }) => {
      await viewerTokens.forgetThoseBefore(new Date(own.clock.now().getTime() - FORGET_AFTER_MS));
      await viewerTokens.addAll(issued.map(({ row }) => row));
      for (const { row } of issued) {
        const objects = [row.id, row.studyUid, `account:${row.subject}`];
        for (const id of objects) audit.record(action, { id, patientId: row.patientId });
      }
    }),
  );
  return inOrderOf(uids, issued, ({ row }): string => row.studyUid).map(leaveOf);
});

function leaveOf(issued: Issued | null): DicomwebLeave {
  if (issued === null) throw new Error('A study was opened without a token.');
  return { token: issued.token, expiresAt: issued.row.expiresAt };
}

interface Issued {
  readonly token: string;
  readonly row: ViewerToken;
}

/** An invited expert's token holds as long as the invitation does; the others' rights do not end within minutes. */
function issue(context: ImagingContext, { study, relations }: KnownStudy): Issued {
  const viewer = context.signedIn();
  const token = randomBytes(32).toString('base64url');
  const ownStaff = viewer.institutionId === study.institutionId || viewer.patientId === study.patientId;
  const relation = ownStaff ? undefined : relations.find(({ kind }) => kind === 'EXPERT');
  const row = Object.assign(new ViewerToken(), {
    tokenHash: tokenHash(token),
    id: context.ids.next(),
    studyUid: study.uid,
    patientId: study.patientId,
    subject: viewer.subject,
    practitionerId: relation ? viewer.practitionerId : null,
    consultationId: relation?.consultationId ?? null,
    expiresAt: viewerTokenEndsAt(context.clock.now()),
  });
  return { token, row };
}
