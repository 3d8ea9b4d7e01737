/** What a DICOMweb client did wrong, with the HTTP status that says so. */

export class MalformedMultipart extends Error {
  readonly code = 'MALFORMED_MULTIPART';
  readonly status = 400;

  constructor(what: string) {
    super(`The multipart body cannot be read: ${what}. Send multipart/related parts between the announced boundary.`);
    this.name = 'MalformedMultipart';
  }
}

export class UnsupportedUpload extends Error {
  readonly code = 'UNSUPPORTED_MEDIA_TYPE';
  readonly status = 415;

  constructor() {
    super('Send Content-Type: multipart/related; type="application/dicom"; boundary=…');
    this.name = 'UnsupportedUpload';
  }
}

export class InvalidQuery extends Error {
  readonly code = 'BAD_USER_INPUT';
  readonly status = 400;
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(`The search cannot be run: ${faults.join('; ')}.`);
    this.name = 'InvalidQuery';
    this.faults = faults;
  }
}
