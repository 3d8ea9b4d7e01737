/** What can go wrong on purpose when somebody signs in. */
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
    super('This account needs a second factor: send oneTimeCode from your authenticator too.', { oneTimeCodeNeeded: true });
  }
}

export class SecondFactorMissing extends ExpectedError {
  readonly code = 'FORBIDDEN';
  constructor() {
    super('Staff accounts need a second factor here, and this one has none yet. Ask your administrator to enrol it.');
  }
}

export class SessionEnded extends ExpectedError {
  readonly code = 'UNAUTHENTICATED';
  constructor() {
    super('This session has ended. Sign in again.');
  }
}
