/** What a doctor writes into a request, and what of it the server has not yet. */
import type { RequestTextFragment } from './request.graphql.ts';

export interface RequestText {
  readonly kind: RequestTextFragment['kind'];
  readonly urgency: RequestTextFragment['urgency'];
  readonly specialty: string;
  readonly diseaseCode: string;
  readonly reason: string;
  readonly summary: string;
}

export const kinds = ['CONSULTATION', 'DIAGNOSIS', 'MULTIDISCIPLINARY', 'EMERGENCY', 'FOLLOW_UP'] as const;
export const urgencies = ['ROUTINE', 'URGENT', 'CRITICAL'] as const;
const texts = ['specialty', 'diseaseCode', 'reason', 'summary'] as const;

export function textOf(request: RequestTextFragment): RequestText {
  const { kind, urgency, specialty, diseaseCode, reason, summary } = request;
  return { kind, urgency, specialty, diseaseCode: diseaseCode ?? '', reason, summary };
}

/** What differs from what is saved, but for what the server has just refused word for word. */
export function changesTo(saved: RequestText, text: RequestText, refused: Partial<RequestText>): Partial<RequestText> {
  return {
    ...(text.kind !== saved.kind && { kind: text.kind }),
    ...(text.urgency !== saved.urgency && { urgency: text.urgency }),
    ...Object.fromEntries(
      texts
        .filter((name) => text[name] !== saved[name] && text[name] !== refused[name])
        .map((name) => [name, text[name]]),
    ),
  };
}

/** Of what an older page kept, or somebody put there by hand, only what is a request. */
export function readText(kept: unknown): RequestText | undefined {
  if (typeof kept !== 'object' || kept === null) return undefined;
  const read = new Map(Object.entries(kept));
  const kind = kinds.find((known) => known === read.get('kind'));
  const urgency = urgencies.find((known) => known === read.get('urgency'));
  const [specialty, diseaseCode, reason, summary] = texts.map((name) => read.get(name));
  if (!kind || !urgency || typeof specialty !== 'string' || typeof diseaseCode !== 'string') return undefined;
  if (typeof reason !== 'string' || typeof summary !== 'string') return undefined;
  return { kind, urgency, specialty, diseaseCode, reason, summary };
}
