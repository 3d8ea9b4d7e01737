/** The instance UIDs that a DICOM file claims, by which the platform's answer speaks of it. */
const HEAD_BYTES = 4_096;

/** Files whose head and data set disagree are known by either; none when it is unreadable. */
export async function instanceUidsOf(blob: Blob): Promise<string[]> {
  const head = new DataView(await blob.slice(0, HEAD_BYTES).arrayBuffer());
  return [uidInHead(head), uidInDataSet(head)].filter((uid) => uid !== undefined);
}

/** (0002,0003) of a Part 10 file; its first group is always Explicit VR Little Endian (PS3.10 7.1). */
function uidInHead(head: DataView): string | undefined {
  if (textAt(head, 128, 4) !== 'DICM') return undefined;
  for (let at = 132; at + 12 <= head.byteLength && head.getUint16(at, true) === 0x0002;) {
    const isLong = ['OB', 'UN'].includes(textAt(head, at + 4, 2));
    const length = isLong ? head.getUint32(at + 8, true) : head.getUint16(at + 6, true);
    const start = at + (isLong ? 12 : 8);
    if (head.getUint16(at + 2, true) === 0x0003) return uidAt(head, start, length);
    at = start + length;
  }
  return undefined;
}

/** SOP Instance UID (0008,0018), found by its tag; with a VR the length has two bytes, without one four (PS3.5 7.1). */
function uidInDataSet(head: DataView): string | undefined {
  for (let at = 132; at + 8 <= head.byteLength; at += 2) {
    if (head.getUint32(at, true) !== 0x0018_0008) continue;
    const isExplicit = textAt(head, at + 4, 2) === 'UI';
    return uidAt(head, at + 8, isExplicit ? head.getUint16(at + 6, true) : head.getUint32(at + 4, true));
  }
  return undefined;
}

function uidAt(head: DataView, at: number, length: number): string | undefined {
  return textAt(head, at, Math.min(length, 64)).replace(/[\0 ]+$/, '') || undefined;
}

function textAt({ buffer, byteLength }: DataView, at: number, length: number): string {
  if (at + length > byteLength) return '';
  return String.fromCharCode(...new Uint8Array(buffer, at, length));
}
