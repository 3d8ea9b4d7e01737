/** What can go wrong on purpose when somebody signs in or is given an account. */
import { ExpectedError } from '@huizhen/platform/errors/platform-error';

/** The same for an unknown name, a wrong password and a disabled account. */
export class SignInRefused extends ExpectedError {
  readonly code = 'UNAUTHENTICATED';
  constructor() {
    super('Username, password or one-time code is not right. Check them and try again.');
  }
}

export class OneTimeCodeNeeded extends ExpectedError {
  readonly code = 'UNAUTHENTICATED';
  constructor() {
    super('This account needs a second factor: send oneTimeCode from your authenticator too.', {
      oneTimeCodeNeeded: true,
    });
  }
}

export class SessionEnded extends ExpectedError {
  readonly code = 'UNAUTHENTICATED';
  constructor() {
    super('This session has ended. Sign in again.');
  }
}

export class IdentityTaken extends ExpectedError {
  readonly code = 'CONFLICT';
  constructor() {
    super(
      'This identity is linked to another account already. Choose the right account, or disable the other one first.',
    );
  }
}

export class NothingToConfirm extends ExpectedError {
  readonly code = 'CONFLICT';
  constructor() {
    super('No authenticator waits to be confirmed. Begin with enrolOneTimeCode.');
  }
}

export class TooManyDocuments extends ExpectedError {
  readonly code = 'CONFLICT';
  constructor(most: number) {
    super(`An app keeps at most ${most} documents. Withdraw those that are not used any more, then publish again.`);
  }
}
