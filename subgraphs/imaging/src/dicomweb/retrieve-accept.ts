/** What a WADO-RS client takes (PS3.18 8.7): files are sent as they are stored, never transcoded. */
import { parseAccept, type MediaType } from './media-type.ts';

export interface RetrieveForm {
  form: 'multipart' | 'single';
  /** `*` or the transfer syntaxes the client named. */
  transferSyntaxes: '*' | readonly string[];
}

/** Undefined when nothing we have is acceptable (406). No Accept at all takes anything. */
export function negotiateRetrieve(accept: string | undefined): RetrieveForm | undefined {
  if (accept === undefined || accept.trim() === '') return { form: 'multipart', transferSyntaxes: '*' };
  const ranges = parseAccept(accept);
  const form = ranges.map(formOf).find((found) => found !== undefined);
  if (form === undefined) return undefined;
  return { form, transferSyntaxes: syntaxesOf(ranges.filter((range) => formOf(range) === form)) };
}

/** A range without transfer-syntax is read as `*`: refusing compressed images to viewers that forgot it helps nobody. */
function syntaxesOf(ranges: readonly MediaType[]): '*' | readonly string[] {
  const named = ranges.map(({ parameters }) => parameters.get('transfer-syntax') ?? '*');
  return named.includes('*') ? '*' : named;
}

function formOf({ name, parameters }: MediaType): RetrieveForm['form'] | undefined {
  if (name === 'application/dicom') return 'single';
  if (name === '*/*' || name === 'multipart/*') return 'multipart';
  const type = parameters.get('type')?.toLowerCase() ?? 'application/dicom';
  return name === 'multipart/related' && type === 'application/dicom' ? 'multipart' : undefined;
}

export function takesTransferSyntax(form: RetrieveForm, transferSyntaxUid: string): boolean {
  return form.transferSyntaxes === '*' || form.transferSyntaxes.includes(transferSyntaxUid);
}

/** Metadata and search results come as DICOM JSON only. */
export function takesDicomJson(accept: string | undefined): boolean {
  if (accept === undefined || accept.trim() === '') return true;
  const json = ['application/dicom+json', 'application/json', 'application/*', '*/*'];
  return parseAccept(accept).some(({ name }) => json.includes(name));
}
