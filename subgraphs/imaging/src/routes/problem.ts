/** What went wrong with a DICOMweb request, as a problem document (RFC 9457). */
import { InstanceNotFound } from '../archive/archive-errors.ts';
import { InvalidQuery, MalformedMultipart, UnsupportedUpload } from '../dicomweb/dicomweb-errors.ts';
import { NotAcceptable, NothingThere } from '../domain/imaging-errors.ts';

/** Answers the protocol's own errors; every other one is the platform's to answer. */
export async function orProblem(answer: () => Promise<Response>): Promise<Response> {
  try {
    return await answer();
  } catch (error) {
    if (error instanceof InstanceNotFound) throw new NothingThere();
    if (!isOfProtocol(error)) throw error;
    const { status, code, message: detail } = error;
    return Response.json({ status, code, detail }, { status, headers: { 'content-type': 'application/problem+json' } });
  }
}

function isOfProtocol(error: unknown): error is InvalidQuery | MalformedMultipart | UnsupportedUpload | NotAcceptable {
  return (
    error instanceof InvalidQuery ||
    error instanceof MalformedMultipart ||
    error instanceof UnsupportedUpload ||
    error instanceof NotAcceptable
  );
}
