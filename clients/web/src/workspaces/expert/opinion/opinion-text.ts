/** What an expert writes and signs. */
import * as z from 'zod/mini';

const shape = z.object({ diagnosis: z.string(), diseaseCode: z.string(), advice: z.string() });

export type OpinionText = z.infer<typeof shape>;

export const nothingWritten: OpinionText = { diagnosis: '', diseaseCode: '', advice: '' };

/** What was kept, perhaps by an older page. */
export function readOpinionText(kept: unknown): OpinionText | undefined {
  return shape.safeParse(kept).data;
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
