/** The run cannot go on; the message says what happened and what to do. */
export class StepFailed extends Error {
  override readonly name = 'StepFailed';
}
