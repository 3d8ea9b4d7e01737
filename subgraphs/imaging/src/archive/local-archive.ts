/** An archive in a directory: quarantine and store on one volume, so that keeping is one atomic rename. */
import { mkdir, open, readFile, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import type { CheckedDicom } from '../dicom/check-dicom-file.ts';
import type { Extent } from '../dicom/data-set.ts';
import type { DicomJson } from '../dicom/dicom-json.ts';
import { dicomJsonSchema } from '../dicom/dicom-json.schema.ts';
import { InstanceConflict, InstanceNotFound } from './archive-errors.ts';
import { instanceDirectory, instanceFile, metadataFile, quarantineRoot } from './archive-paths.ts';
import type { Archive, Kept, Quarantined } from './archive.ts';
import { fullOr, hasCode, sha256Of, syncDirectory, writeDurably } from './durable-files.ts';

export interface LocalArchiveSettings {
  directory: string;
  maxBytes: number;
  newId(): string;
}

export class LocalArchive implements Archive {
  private readonly settings: LocalArchiveSettings;

  constructor(settings: LocalArchiveSettings) {
    this.settings = settings;
  }

  async receive(stream: AsyncIterable<Uint8Array>): Promise<Quarantined> {
    const id = this.settings.newId();
    const directory = this.quarantine(id);
    try {
      await mkdir(directory, { recursive: true });
      const path = join(directory, instanceFile);
      return { id, path, ...(await writeDurably(path, stream, this.settings.maxBytes)) };
    } catch (error) {
      await rm(directory, { recursive: true, force: true });
      throw fullOr(error);
    }
  }

  async keep(quarantined: Quarantined, checked: Pick<CheckedDicom, 'instance' | 'metadata'>): Promise<Kept> {
    const { sopInstanceUid } = checked.instance;
    const target = instanceDirectory(this.settings.directory, sopInstanceUid);
    const kept = { path: join(target, instanceFile), sha256: quarantined.sha256, bytes: quarantined.bytes };
    try {
      await this.writeMetadata(quarantined, checked.metadata);
      if (await this.moveTo(target, quarantined)) return { ...kept, alreadyThere: false };
    } catch (error) {
      throw fullOr(error);
    }
    if ((await sha256Of(kept.path)) !== quarantined.sha256) throw new InstanceConflict(sopInstanceUid);
    await this.discard(quarantined);
    return { ...kept, alreadyThere: true };
  }

  async discard({ id }: Quarantined): Promise<void> {
    await rm(this.quarantine(id), { recursive: true, force: true });
  }

  async open(sopInstanceUid: string, extent?: Extent): Promise<ReadableStream<Uint8Array>> {
    const path = join(instanceDirectory(this.settings.directory, sopInstanceUid), instanceFile);
    const file = await open(path, 'r').catch((error: unknown) => notFoundOr(error, sopInstanceUid));
    const range = extent ? { start: extent.offset, end: extent.offset + extent.length - 1 } : {};
    return Readable.toWeb(file.createReadStream(range));
  }

  async metadata(sopInstanceUid: string): Promise<DicomJson> {
    const path = join(instanceDirectory(this.settings.directory, sopInstanceUid), metadataFile);
    const text = await readFile(path, 'utf8').catch((error: unknown) => notFoundOr(error, sopInstanceUid));
    return dicomJsonSchema.parse(JSON.parse(text));
  }

  /** Removes what a crash left in quarantine: everything not written to since. Returns how many. */
  async sweep(since: Date): Promise<number> {
    const ids = await readdir(quarantineRoot(this.settings.directory)).catch(() => []);
    const stale = await Promise.all(ids.map(async (id) => ((await this.lastWritten(id)) < since ? [id] : [])));
    await Promise.all(stale.flat().map((id) => rm(this.quarantine(id), { recursive: true, force: true })));
    return stale.flat().length;
  }

  private quarantine(id: string): string {
    return join(quarantineRoot(this.settings.directory), id);
  }

  private async lastWritten(id: string): Promise<Date> {
    const file = await stat(join(this.quarantine(id), instanceFile)).catch(() => stat(this.quarantine(id)));
    return file.mtime;
  }

  private async writeMetadata({ id }: Quarantined, metadata: DicomJson): Promise<void> {
    const path = join(this.quarantine(id), metadataFile);
    await rm(path, { force: true }); // an earlier try
    await writeDurably(path, Readable.from([Buffer.from(JSON.stringify(metadata))]), Number.MAX_SAFE_INTEGER);
  }

  /** A directory never replaces a full one, so of two that keep one UID at once the second is told. */
  private async moveTo(target: string, { id }: Quarantined): Promise<boolean> {
    await mkdir(dirname(target), { recursive: true });
    try {
      await syncDirectory(this.quarantine(id));
      await rename(this.quarantine(id), target);
    } catch (error) {
      if (hasCode(error, 'ENOTEMPTY', 'EEXIST', 'EPERM')) return false;
      throw error;
    }
    // The hash directories may be new as well.
    for (const directory of [dirname(target), dirname(dirname(target)), dirname(dirname(dirname(target)))]) {
      await syncDirectory(directory);
    }
    return true;
  }
}

function notFoundOr(error: unknown, sopInstanceUid: string): never {
  throw hasCode(error, 'ENOENT') ? new InstanceNotFound(sopInstanceUid) : error;
}
