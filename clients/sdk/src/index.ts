/** @huizhen/sdk: a typed client of the platform. Its documents are in `@huizhen/sdk/documents`. */
export { createHuizhen } from './create-huizhen.ts';
export { errorCodes, type ErrorCode } from './errors/error-code.ts';
export {
  AgreementRequired,
  BadUserInput,
  Conflict,
  ConsentRequired,
  CursorExpired,
  Forbidden,
  HuizhenError,
  IllegalTransition,
  IncompleteRequest,
  Internal,
  NotFound,
  QueryTooComplex,
  RateLimited,
  Unauthenticated,
  UpstreamUnavailable,
  type FieldFault,
} from './errors/huizhen-error.ts';
export { NetworkProblem } from './errors/network-problem.ts';
export { graphql } from './graphql.ts';
export type { Answer, AskOptions } from './http/asker.ts';
export type { DocumentManifest } from './http/payload.ts';
export type { Huizhen, SignedIn } from './huizhen.ts';
export type { ConnectionState, Standing } from './live/connection.ts';
export type { LiveEvent } from './live/watch.ts';
export type { HuizhenOptions } from './options.ts';
export type { AppCredentials } from './session/app-session.ts';
export type { SessionState, SignedOutBecause, Viewer } from './session/session-state.ts';
export { memorySession, pageSession, type KeptSession, type SessionStore } from './session/session-store.ts';
export { sharedSession } from './session/shared-session.ts';
export type { FileOutcome } from './uploads/file-outcome.ts';
export type { UploadFile } from './uploads/upload-file.ts';
export type { StudyUpload, UploadProgress } from './uploads/upload-studies.ts';
