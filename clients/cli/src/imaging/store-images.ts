/** One STOW-RS store (PS3.18 10.5): all files in one streamed POST, and what became of each. */
import { z } from 'zod';
import { networkProblem } from '../network-problem.ts';
import { StepFailed } from '../step-failed.ts';
import type { ImageFile } from './image-file.ts';
import { outcomeOf, type FileOutcome, type StowAnswer, stowAnswer } from './stow-outcome.ts';

export interface UploadTicket {
  readonly url: string;
  readonly token: string;
}

/** 200 all stored, 202 some, 409 none; everything else is no answer about the files. */
const answers = new Set([200, 202, 409]);
const problem = z.object({
  detail: z.string().optional(),
  title: z.string().optional(),
  message: z.string().optional(),
});

export async function storeImages(files: readonly ImageFile[], ticket: UploadTicket): Promise<FileOutcome[]> {
  const boundary = `huizhen-demo-${crypto.randomUUID()}`;
  const response = await fetch(ticket.url, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${ticket.token}`,
      accept: 'application/dicom+json',
      'content-type': `multipart/related; type="application/dicom"; boundary=${boundary}`,
    },
    body: multipart(files, boundary),
    duplex: 'half',
  }).catch((error: unknown) => {
    throw new StepFailed(`上传中断 The upload to ${ticket.url} broke off (${networkProblem(error)}).`);
  });
  return outcomeOf(files, await answerOf(response));
}

async function* multipart(files: readonly ImageFile[], boundary: string): AsyncGenerator<Uint8Array> {
  for (const file of files) {
    yield Buffer.from(`--${boundary}\r\nContent-Type: application/dicom\r\n\r\n`);
    yield* file.read();
    yield Buffer.from('\r\n');
  }
  yield Buffer.from(`--${boundary}--\r\n`);
}

async function answerOf(response: Response): Promise<StowAnswer> {
  const body: unknown = await response.json().catch(() => undefined);
  const read = stowAnswer.safeParse(body);
  if (answers.has(response.status) && read.success) return read.data;
  const told = problem.safeParse(body).data;
  const words = told?.detail ?? told?.message ?? told?.title ?? response.statusText;
  throw new StepFailed(`上传被拒 The upload was refused as a whole: HTTP ${response.status} ${words}`);
}
