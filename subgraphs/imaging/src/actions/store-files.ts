/** Takes in files one by one: quarantine, structure check, whose they are, archive, index. A bad one never stops the rest. */
import type { DicomInstance } from '../dicom/dicom-instance.ts';
import { checkDicomFile, type CheckedDicom } from '../dicom/check-dicom-file.ts';
import type { LocalArchive } from '../archive/local-archive.ts';
import type { Quarantined } from '../archive/archive.ts';
import { MalformedMultipart } from '../dicomweb/dicomweb-errors.ts';
import { failureReasonOf } from '../dicomweb/failure-reasons.ts';
import type { RefusedInstance } from '../dicomweb/stow-response.ts';
import { BelongsElsewhere } from '../domain/imaging-errors.ts';
import type { Belonging, KeptFile } from '../store/image-index.repository.ts';
import type { ImagingContext } from '../store/imaging.store.ts';
import { archiveOf } from './archive-of.ts';

/** For whom files are stored, and who does it. */
export interface UploadPurpose extends Belonging {
  /** The ticket, which the access log ties to who asked for it. */
  readonly id: string;
  readonly subject: string;
}

export interface Refusal extends RefusedInstance {
  /** Counted from 1, as the files came. */
  readonly part: number;
  readonly message: string;
}

export type StoredFile = Pick<DicomInstance, 'studyUid' | 'seriesUid' | 'sopInstanceUid' | 'sopClassUid'>;

export interface StoredFiles {
  readonly stored: readonly StoredFile[];
  readonly refused: readonly Refusal[];
}

/** Few transactions and entries of the access log, and little to send again after a crash. */
const BATCH = 32;
/** The outcome of each is held until the answer. */
const MOST_FILES = 20_000;

/** @throws what the stream of files throws; what came before it is stored all the same */
export async function storeFiles(
  context: ImagingContext,
  purpose: UploadPurpose,
  files: AsyncIterable<AsyncIterable<Uint8Array>>,
): Promise<StoredFiles> {
  return context.asService(async (own) => {
    const intake = new Intake(own, purpose);
    try {
      for await (const file of files) await intake.take(file);
    } finally {
      await intake.finish();
    }
    return intake;
  });
}

class Intake implements StoredFiles {
  readonly stored: StoredFile[] = [];
  readonly refused: Refusal[] = [];
  private readonly context: ImagingContext;
  private readonly purpose: UploadPurpose;
  private readonly archive: LocalArchive;
  private readonly waiting: { part: number; file: KeptFile }[] = [];
  private readonly ours = new Set<string>();
  private parts = 0;

  constructor(context: ImagingContext, purpose: UploadPurpose) {
    this.context = context;
    this.purpose = purpose;
    this.archive = archiveOf(context);
  }

  async take(file: AsyncIterable<Uint8Array>): Promise<void> {
    const part = (this.parts += 1);
    if (part > MOST_FILES)
      throw new MalformedMultipart(`it has more than ${MOST_FILES} parts; send the rest in another`);
    let quarantined: Quarantined;
    try {
      quarantined = await this.archive.receive(file);
    } catch (error) {
      return this.refuse(part, error);
    }
    await this.keep(part, quarantined);
    if (this.waiting.length >= BATCH) await this.index();
  }

  /** Tells of every study that has grown. */
  async finish(): Promise<void> {
    await this.index();
    const uids = [...new Set(this.stored.map(({ studyUid }) => studyUid))];
    const { patientId, consultationId } = this.purpose;
    if (uids.length === 0) return;
    await this.context.transact(async ({ instances, events }) => {
      for (const studyUid of await instances.announce(uids)) {
        events.publish('imaging.study-stored', { studyUid, patientId, consultationId });
      }
    });
  }

  private async keep(part: number, quarantined: Quarantined): Promise<void> {
    let checked: CheckedDicom | undefined;
    try {
      checked = await checkDicomFile(quarantined.path);
      await this.checkOwner(checked);
      await this.archive.keep(quarantined, checked);
      const { sha256, bytes } = quarantined;
      this.waiting.push({ part, file: { instance: checked.instance, pixels: checked.pixels, sha256, bytes } });
    } catch (error) {
      await this.archive.discard(quarantined);
      this.refuse(part, error, checked);
    }
  }

  /** Before the file is kept, so that nobody occupies UIDs in the archive with another patient's images. */
  private async checkOwner({ instance }: CheckedDicom): Promise<void> {
    const { studyUid, seriesUid } = instance;
    const key = `${studyUid} ${seriesUid}`;
    if (this.ours.has(key)) return;
    const { patientId } = this.purpose;
    const taken = await this.context.transact(({ instances }) =>
      instances.ofOthers({ studyUid, seriesUid }, patientId),
    );
    if (taken) throw new BelongsElsewhere();
    this.ours.add(key);
  }

  private async index(): Promise<void> {
    const batch = this.waiting.splice(0);
    if (batch.length === 0) return;
    const files = batch.map(({ file }) => file);
    const { id, subject, patientId } = this.purpose;
    const indexed = await this.context.transact(async ({ imageIndex, audit }) => {
      const uids = await imageIndex.add(files, this.purpose);
      for (const object of [id, `account:${subject}`, ...uids])
        audit.record('imaging.upload', { id: object, patientId });
      return uids;
    });
    for (const { part, file } of batch) {
      if (indexed.has(file.instance.sopInstanceUid)) this.stored.push(identityOf(file.instance));
      else this.refuse(part, new BelongsElsewhere(), file);
    }
  }

  private refuse(part: number, error: unknown, file?: Pick<CheckedDicom, 'instance'>): void {
    const reason = failureReasonOf(error);
    if (reason === undefined || !(error instanceof Error)) throw error;
    const { sopClassUid, sopInstanceUid } = file?.instance ?? {};
    this.refused.push({ part, reason, message: error.message, sopClassUid, sopInstanceUid });
  }
}

/** Little enough to hold for thousands of files. */
function identityOf({ studyUid, seriesUid, sopInstanceUid, sopClassUid }: DicomInstance): StoredFile {
  return { studyUid, seriesUid, sopInstanceUid, sopClassUid };
}
