/** Why the archive did not take or give a file. */

export class UploadTooLarge extends Error {
  readonly code = 'UPLOAD_TOO_LARGE';

  constructor(limit: number) {
    super(`A file may have ${limit} bytes at most. Send larger ones through the hospital's own image archive.`);
    this.name = 'UploadTooLarge';
  }
}

export class ArchiveFull extends Error {
  readonly code = 'ARCHIVE_FULL';

  constructor(cause: unknown) {
    super(
      'The image archive has no space left. Nothing was stored; free space or enlarge the volume, then send again.',
      {
        cause,
      },
    );
    this.name = 'ArchiveFull';
  }
}

/** The same SOP Instance UID with other bytes: one of the two senders is wrong, and it is not for us to say which. */
export class InstanceConflict extends Error {
  readonly code = 'CONFLICT';

  constructor(sopInstanceUid: string) {
    super(
      `Another file is stored as instance ${sopInstanceUid}. The stored one stays; give a changed image its own UID.`,
    );
    this.name = 'InstanceConflict';
  }
}

export class InstanceNotFound extends Error {
  readonly code = 'NOT_FOUND';

  constructor(sopInstanceUid: string) {
    super(`There is no stored instance ${sopInstanceUid}. Look the study up again.`);
    this.name = 'InstanceNotFound';
  }
}
