/** What an expert writes and signs. */
import { textIn } from '../../../shared/drafts/text-in.ts';

export interface OpinionText {
  readonly diagnosis: string;
  readonly diseaseCode: string;
  readonly advice: string;
}

export const nothingWritten: OpinionText = { diagnosis: '', diseaseCode: '', advice: '' };

/** What was kept, perhaps by an older page. */
export function readOpinionText(kept: unknown): OpinionText | undefined {
  const [diagnosis, diseaseCode, advice] = [
    textIn(kept, 'diagnosis'),
    textIn(kept, 'diseaseCode'),
    textIn(kept, 'advice'),
  ];
  if (diagnosis === null || diseaseCode === null || advice === null) return undefined;
  return { diagnosis, diseaseCode, advice };
}

const needed = ['diagnosis', 'advice'] as const;
export type Needed = (typeof needed)[number];

export function missingIn(text: OpinionText): readonly Needed[] {
  return needed.filter((field) => text[field].trim() === '');
}

/** As it is sent and shown before signing: what one sees is what one signs. */
export function trimmed({ diagnosis, diseaseCode, advice }: OpinionText): OpinionText {
  return { diagnosis: diagnosis.trim(), diseaseCode: diseaseCode.trim().toUpperCase(), advice: advice.trim() };
}
