/** What can go wrong on purpose with images and reports. */
import { ExpectedError } from '@huizhen/platform/errors/platform-error';

/** The UID is taken: one of the two senders is wrong, and the stored one stays. */
export class BelongsElsewhere extends ExpectedError {
  readonly code = 'CONFLICT';
  constructor() {
    super(
      'This study, series or instance UID is already stored for another patient or study. Check whose images these are.',
    );
  }
}

export class UploadRefused extends ExpectedError {
  readonly code = 'UNAUTHENTICATED';
  constructor() {
    super('The upload ticket is missing, unknown or expired. Get a new one with requestImagingUpload and send again.');
  }
}

export class ViewingRefused extends ExpectedError {
  readonly code = 'UNAUTHENTICATED';
  constructor() {
    super('The DICOMweb token is missing, unknown or expired. Read ImagingStudy.dicomweb again for a new one.');
  }
}

export class ConsultationClosed extends ExpectedError {
  readonly code = 'ILLEGAL_TRANSITION';
  constructor(status: string) {
    super(
      `The consultation is ${status}, so no images are added to it. Leave consultationId out, or name an open one.`,
    );
  }
}

export class ReportIsFinal extends ExpectedError {
  readonly code = 'ILLEGAL_TRANSITION';
  constructor() {
    super('This study has a final report, which only an amended one may follow: leave "preliminary" out.');
  }
}

export class NotAcceptable extends Error {
  readonly code = 'NOT_ACCEPTABLE';
  readonly status = 406;
  constructor(offered: string) {
    super(`The images cannot be sent in a form that the Accept header takes. Offered: ${offered}.`);
    this.name = 'NotAcceptable';
  }
}

export class NothingThere extends ExpectedError {
  readonly code = 'NOT_FOUND';
  constructor(what = 'Nothing of that name is there for this token. Search the study again.') {
    super(what);
  }
}
