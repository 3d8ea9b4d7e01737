/** Sends a large body and tells how far it has come: by XMLHttpRequest in browsers, by a streaming fetch elsewhere. */
import { unreachable } from '../errors/network-problem.ts';
import { reasonOf } from '../pause.ts';

export interface Sending {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Blob;
  readonly signal: AbortSignal | undefined;
  onSent(bytes: number): void;
}

export interface Sent {
  readonly status: number;
  readonly text: string;
  readonly requestId: string | null;
}

/** @throws NetworkProblem */
export function sendBody(sending: Sending, fetch: typeof globalThis.fetch): Promise<Sent> {
  // Browsers' fetch tells nothing of how much was sent, and streams over HTTP/2 only.
  return typeof XMLHttpRequest === 'undefined' ? byFetch(sending, fetch) : byXhr(sending);
}

function byXhr({ url, headers, body, signal, onSent }: Sending): Promise<Sent> {
  return new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest();
    const abort = () => xhr.abort();
    xhr.open('POST', url);
    for (const [name, value] of Object.entries(headers)) xhr.setRequestHeader(name, value);
    xhr.upload.addEventListener('progress', ({ loaded }) => onSent(loaded));
    xhr.addEventListener('load', () => {
      const requestId = xhr.getResponseHeader('x-request-id');
      resolve({ status: xhr.status, text: xhr.responseText, requestId });
    });
    xhr.addEventListener('error', () => reject(unreachable(url, 'the upload broke off')));
    xhr.addEventListener('abort', () => reject(reasonOf(signal)));
    xhr.addEventListener('loadend', () => signal?.removeEventListener('abort', abort));
    signal?.addEventListener('abort', abort);
    if (signal?.aborted) reject(reasonOf(signal));
    else xhr.send(body);
  });
}

async function byFetch({ url, headers, body, signal, onSent }: Sending, fetch: typeof globalThis.fetch): Promise<Sent> {
  let sent = 0;
  const counting = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      controller.enqueue(chunk);
      onSent((sent += chunk.byteLength));
    },
  });
  const stream = { body: body.stream().pipeThrough(counting), duplex: 'half' as const };
  try {
    const response = await fetch(url, { method: 'POST', headers, ...stream, ...(signal && { signal }) });
    return {
      status: response.status,
      text: await response.text(),
      requestId: response.headers.get('x-request-id'),
    };
  } catch (error) {
    if (signal?.aborted) throw error;
    throw unreachable(url, error);
  }
}
