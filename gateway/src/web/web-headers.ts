/** What the browser may do with the pages: run and reach this origin and the video server only, call by camera and microphone, and be framed by nobody. */
export function webHeaders(nonce: string, videoServer?: string): Readonly<Record<string, string>> {
  return {
    'content-security-policy': contentPolicy(nonce, videoServer),
    'x-content-type-options': 'nosniff',
    // For browsers that don't know frame-ancestors.
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(self), microphone=(self), display-capture=(self), geolocation=()',
  };
}

/** Calls are negotiated over a WebSocket; the same host says over HTTP why it refused one. */
function originsOf(videoServer: string): string {
  const { origin, protocol, host } = new URL(videoServer);
  return ` ${origin} ${protocol === 'wss:' ? 'https' : 'http'}://${host}`;
}

function contentPolicy(nonce: string, videoServer?: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    // antd writes its styles while the page runs, into elements that carry the nonce of this very answer.
    `style-src 'self' 'nonce-${nonce}'`,
    "font-src 'self'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    `connect-src 'self'${videoServer === undefined ? '' : originsOf(videoServer)}`,
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/**
 * For scripts and styles: whoever opens one by itself gets nothing that runs. The page says what the page may do, and on a
 * village's line its two dozen files should not repeat it.
 */
export const fileHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
};
