/** Images of one patient, sent over DICOMweb (STOW-RS) with a ticket; each file has its own outcome. */
import { errorOf } from '../errors/error-of.ts';
import { Unauthenticated } from '../errors/huizhen-error.ts';
import { NetworkProblem } from '../errors/network-problem.ts';
import { persistently } from '../http/persistently.ts';
import { parsed, textIn, type Json } from '../json.ts';
import type { Machine } from '../machine.ts';
import { outcomesIn, type FileOutcome } from './file-outcome.ts';
import { instanceUidsOf } from './instance-uids.ts';
import { sendBody, type Sent } from './send-body.ts';
import { blobOf, inBatches, multipart, type UploadFile } from './upload-file.ts';

export interface StudyUpload {
  readonly patientId: string;
  /** The consultation that the images are for. */
  readonly consultationId?: string | undefined;
  readonly files: readonly UploadFile[];
  readonly onProgress?: ((progress: UploadProgress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface UploadProgress {
  readonly sentBytes: number;
  readonly totalBytes: number;
  /** Files of which the platform has told the outcome, out of how many. */
  readonly filesDone: number;
  readonly files: number;
}

export interface Ticket {
  readonly url: string;
  readonly token: string;
}

export interface UploadOptions {
  readonly fetch: typeof fetch;
  readonly machine: Machine;
  ticket(): Promise<Ticket>;
}

/** All stored, some, none; everything else is no answer about the files. */
const answers = new Set([200, 202, 409]);

export async function uploadStudies(upload: StudyUpload, options: UploadOptions): Promise<FileOutcome[]> {
  const { files, signal, onProgress } = upload;
  const totalBytes = bytesOf(files);
  const outcomes: FileOutcome[] = [];
  let ticket = files.length > 0 ? options.ticket() : undefined;
  let doneBytes = 0;
  for (const batch of inBatches(files)) {
    const tell = (sent: number) => {
      const sentBytes = Math.min(doneBytes + sent, totalBytes);
      onProgress?.({ sentBytes, totalBytes, filesDone: outcomes.length, files: files.length });
    };
    const send = async () => {
      const sending = { ...options, signal, ticket: await (ticket ??= options.ticket()), onSent: tell };
      return storeBatch(batch, sending).catch((error: unknown) => {
        if (!(error instanceof Unauthenticated)) throw error;
        // The ticket has ended, as it does after half an hour.
        ticket = options.ticket();
        return ticket.then((fresh) => storeBatch(batch, { ...sending, ticket: fresh }));
      });
    };
    outcomes.push(...(await persistently(send, { machine: options.machine, signal })));
    doneBytes += bytesOf(batch);
    tell(0);
  }
  return outcomes;
}

interface BatchOptions extends Pick<UploadOptions, 'fetch' | 'machine'> {
  readonly ticket: Ticket;
  readonly signal: AbortSignal | undefined;
  onSent(bytes: number): void;
}

async function storeBatch(files: readonly UploadFile[], options: BatchOptions): Promise<FileOutcome[]> {
  const { ticket, machine, fetch, ...rest } = options;
  const boundary = `huizhen-${machine.uniqueName()}`;
  const headers = {
    authorization: `Bearer ${ticket.token}`,
    accept: 'application/dicom+json',
    'content-type': `multipart/related; type="application/dicom"; boundary=${boundary}`,
  };
  const named = files.map(async (file) => ({ name: file.name, uids: await instanceUidsOf(blobOf(file)) }));
  const sent = await sendBody({ url: ticket.url, headers, body: multipart(files, boundary), ...rest }, fetch);
  return outcomesIn(answerIn(sent), await Promise.all(named));
}

function answerIn({ status, text, requestId }: Sent): Json {
  const answer = parsed(text);
  if (answer !== undefined && answers.has(status)) return answer;
  const message = answer && (textIn(answer, 'detail') ?? textIn(answer, 'message'));
  if (message !== undefined) throw errorOf({ message, extensions: answer }, requestId);
  throw new NetworkProblem(`The upload was answered HTTP ${status} by something between. Try again.`);
}

function bytesOf(files: readonly UploadFile[]): number {
  return files.reduce((sum, file) => sum + blobOf(file).size, 0);
}
