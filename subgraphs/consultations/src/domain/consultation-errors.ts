/** What may go wrong with a consultation on purpose, each with its code and the next step. */
import type { ErrorCode } from '@huizhen/platform/errors/error-code';
import { Conflict, pathsOf } from '@huizhen/platform/errors/expected-errors';
import type { FieldFault } from '@huizhen/platform/errors/expected-errors';
import { ExpectedError } from '@huizhen/platform/errors/platform-error';
import type { ActorKind } from './actor.ts';
import { actionsAllowed, unmetCondition } from './consultation-transitions.ts';
import type { TransitionFacts, TransitionName } from './consultation-transitions.ts';
import type { ConsultationStatus, InvitationStatus } from './consultation-status.ts';

/** The action is not possible in the present state; says what is. */
export class IllegalTransition extends ExpectedError {
  readonly code: ErrorCode = 'ILLEGAL_TRANSITION';
  constructor(action: TransitionName, facts: TransitionFacts, kinds: readonly ActorKind[]) {
    const allowed = actionsAllowed(facts, kinds);
    const condition = unmetCondition(action, facts, kinds);
    const why = condition === null ? '' : ` because ${condition}`;
    const next = allowed.length > 0 ? `You may now: ${allowed.join(', ')}.` : 'Nothing is left for you to do on it.';
    super(`${action} is not possible while the consultation is ${facts.status}${why}. ${next}`, {
      action,
      status: facts.status,
      allowed,
    });
  }
}

/** The request is not usable by an expert yet; every missing item comes at once. */
export class IncompleteRequest extends ExpectedError {
  readonly code: ErrorCode = 'INCOMPLETE_REQUEST';
  constructor(fields: readonly FieldFault[]) {
    super(`Complete the request before submitting it: ${pathsOf(fields)}.`, { fields });
  }
}

interface Acceptance {
  readonly expertId: string;
  readonly respondedAt: Date | null;
}

/** The only seat is taken: by whom and since when, which the late one may be told. */
export class AlreadyAccepted extends Conflict {
  constructor({ expertId, respondedAt }: Acceptance, status: ConsultationStatus) {
    super('Another expert was first to accept this consultation; nothing more is asked of you.', {
      acceptedBy: expertId,
      acceptedAt: respondedAt?.toISOString() ?? null,
      status,
    });
  }
}

/** The expert's invitation has been answered or closed before. */
export class InvitationClosed extends Conflict {
  constructor(invitation: InvitationStatus, status: ConsultationStatus) {
    super(`This invitation is ${invitation} and can no longer be answered; ask the coordinator for a new one.`, {
      invitation,
      status,
    });
  }
}

export class AlreadyInvited extends Conflict {
  constructor(expertIds: readonly string[], status: ConsultationStatus) {
    super(`Already invited, and not yet declined or expired: ${expertIds.join(', ')}. Leave them out.`, {
      expertIds,
      status,
    });
  }
}

/** Lost the race: somebody changed the consultation between reading and writing. */
export class ChangedMeanwhile extends Conflict {
  constructor(status: ConsultationStatus) {
    super(`The consultation has changed meanwhile and is ${status} now: read it again and decide anew.`, { status });
  }
}
