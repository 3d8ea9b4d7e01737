/** What may go wrong on purpose around a call. */
import type { ErrorCode } from '@huizhen/platform/errors/error-code';
import { ExpectedError } from '@huizhen/platform/errors/platform-error';

export class NoVideoServer extends ExpectedError {
  readonly code: ErrorCode = 'UPSTREAM_UNAVAILABLE';
  constructor() {
    super(
      'No video server is configured here. Whoever runs this platform sets LIVEKIT_URL, LIVEKIT_API_KEY and LIVEKIT_API_SECRET; the consultation can go on in writing.',
      { service: 'livekit' },
    );
  }
}

/** One answer for a missing, foreign, expired or unfitting signature: a forger learns nothing from it. */
export class WebhookRefused extends ExpectedError {
  readonly code: ErrorCode = 'UNAUTHENTICATED';
  constructor() {
    super(
      'This report is not signed by the configured LiveKit key for exactly this body. Check webhook.api_key of the LiveKit server.',
    );
  }
}

export class WebhookUnreadable extends ExpectedError {
  readonly code: ErrorCode = 'BAD_USER_INPUT';
  constructor() {
    super(
      'This report is signed but not in LiveKit’s webhook format. Check the versions of LiveKit and of this platform.',
    );
  }
}
