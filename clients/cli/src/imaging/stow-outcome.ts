/** What a store's answer (PS3.18 10.5.3) says of each file. */
import { z } from 'zod';
import type { ImageFile } from './image-file.ts';

const uid = z.object({ Value: z.tuple([z.string()]) });
const reason = z.object({ Value: z.tuple([z.number()]) });
const sequenceOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ Value: z.array(item).default([]) }).default({ Value: [] });

/** Failed, stored, and those that could not even be named. */
export const stowAnswer = z.object({
  '00081198': sequenceOf(z.looseObject({ '00081155': uid, '00081197': reason })),
  '00081199': sequenceOf(z.looseObject({ '00081155': uid })),
  '0008119A': sequenceOf(z.looseObject({ '00081197': reason })),
});
export type StowAnswer = z.output<typeof stowAnswer>;

export interface FileOutcome {
  readonly name: string;
  readonly stored: boolean;
  readonly because: string;
}

const reasons: Readonly<Record<number, string>> = {
  0x0110: '处理失败 processing failed',
  0x0111: '已有同号的另一影像 another object has this UID',
  0x0122: '不支持的影像类别 SOP class not supported',
  0x0124: '无权上传，或该影像已属另一患者 not authorised, or the image is another patient’s already',
  0xa700: '存储已满或文件过大 out of space, or too large',
  0xa900: '不属于该检查 not of this study',
  0xc000: '文件损坏或不是 DICOM malformed, or no DICOM file',
  0xc122: '不支持的传输语法 transfer syntax not supported',
};

export function outcomeOf(files: readonly ImageFile[], answer: StowAnswer): FileOutcome[] {
  const stored = new Set(answer['00081199'].Value.map((item) => item['00081155'].Value[0]));
  const failed = new Map(
    answer['00081198'].Value.map((item) => [item['00081155'].Value[0], item['00081197'].Value[0]]),
  );
  const nameless = [...new Set(answer['0008119A'].Value.map((item) => inWords(item['00081197'].Value[0])))].join(' / ');
  return files.map(({ name, uids }) => {
    const failure = uids.map((one) => failed.get(one)).find((code) => code !== undefined);
    if (failure !== undefined) return { name, stored: false, because: inWords(failure) };
    if (uids.some((one) => stored.has(one))) return { name, stored: true, because: '已保存 stored' };
    return { name, stored: false, because: nameless || '回答中没有它 the answer does not mention it' };
  });
}

function inWords(code: number): string {
  return reasons[code] ?? `0x${code.toString(16)}`;
}
