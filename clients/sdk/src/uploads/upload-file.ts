/** A DICOM file to send: a `File` of a page, or any Blob with a name, such as `fs.openAsBlob` gives. */
export type UploadFile = File | { readonly name: string; readonly blob: Blob };

export function blobOf(file: UploadFile): Blob {
  return 'blob' in file ? file.blob : file;
}

const BATCH_BYTES = 32 * 1024 * 1024;
const BATCH_FILES = 50;

/** Small enough to be sent again on a bad line, large enough for a series of small slices. */
export function inBatches(files: readonly UploadFile[]): UploadFile[][] {
  const batches: UploadFile[][] = [];
  let room = 0;
  for (const file of files) {
    const last = batches.at(-1);
    room -= blobOf(file).size;
    if (last !== undefined && room >= 0 && last.length < BATCH_FILES) last.push(file);
    else {
      batches.push([file]);
      room = BATCH_BYTES - blobOf(file).size;
    }
  }
  return batches;
}

/** multipart/related as STOW-RS wants it (PS3.18 10.5); the files stay where they are until they are sent. */
export function multipart(files: readonly UploadFile[], boundary: string): Blob {
  const head = `--${boundary}\r\nContent-Type: application/dicom\r\n\r\n`;
  return new Blob([...files.flatMap((file) => [head, blobOf(file), '\r\n']), `--${boundary}--\r\n`]);
}
