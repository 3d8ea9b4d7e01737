/** The smallest honest DICOM file: one 64 × 64 grey ramp as Secondary Capture, Explicit VR Little Endian (PS3.10). */
import { createHash } from 'node:crypto';

const secondaryCapture = '1.2.840.10008.5.1.4.1.1.7';
const explicitLittleEndian = '1.2.840.10008.1.2.1';
const side = 64;

/** The same bytes for the same run, so that sending it again stores nothing new. */
export function madeUpImage(runId: string, takenAt: Date): Buffer {
  const instance = uid(`${runId} instance`);
  const meta = Buffer.concat([
    longElement(0x0002, 0x0001, 'OB', Buffer.from([0, 1])),
    text(0x0002, 0x0002, 'UI', secondaryCapture),
    text(0x0002, 0x0003, 'UI', instance),
    text(0x0002, 0x0010, 'UI', explicitLittleEndian),
    text(0x0002, 0x0012, 'UI', uid('huizhen demo')),
  ]);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(meta.length);
  const start = [Buffer.alloc(128), Buffer.from('DICM'), element(0x0002, 0x0000, 'UL', length), meta];
  return Buffer.concat([...start, ...dataSet(runId, instance, takenAt)]);
}

function dataSet(runId: string, instance: string, takenAt: Date): Buffer[] {
  const [date = '', time = ''] = takenAt.toISOString().replaceAll(/[-:]/g, '').split(/[T.]/);
  return [
    text(0x0008, 0x0016, 'UI', secondaryCapture),
    text(0x0008, 0x0018, 'UI', instance),
    text(0x0008, 0x0020, 'DA', date),
    text(0x0008, 0x0030, 'TM', time),
    text(0x0008, 0x0050, 'SH', ''),
    text(0x0008, 0x0060, 'CS', 'OT'),
    text(0x0008, 0x0064, 'CS', 'WSD'),
    text(0x0008, 0x0090, 'PN', ''),
    text(0x0008, 0x0201, 'SH', '+0000'),
    text(0x0008, 0x1030, 'LO', 'Demo grey ramp'),
    text(0x0010, 0x0010, 'PN', 'Demo^Patient'),
    text(0x0010, 0x0020, 'LO', `DEMO-${runId.slice(-12)}`),
    text(0x0010, 0x0030, 'DA', ''),
    text(0x0010, 0x0040, 'CS', ''),
    text(0x0020, 0x000d, 'UI', uid(`${runId} study`)),
    text(0x0020, 0x000e, 'UI', uid(`${runId} series`)),
    text(0x0020, 0x0010, 'SH', '1'),
    text(0x0020, 0x0011, 'IS', '1'),
    text(0x0020, 0x0013, 'IS', '1'),
    text(0x0020, 0x0020, 'CS', ''),
    number(0x0028, 0x0002, 1),
    text(0x0028, 0x0004, 'CS', 'MONOCHROME2'),
    number(0x0028, 0x0010, side),
    number(0x0028, 0x0011, side),
    number(0x0028, 0x0100, 8),
    number(0x0028, 0x0101, 8),
    number(0x0028, 0x0102, 7),
    number(0x0028, 0x0103, 0),
    longElement(
      0x7fe0,
      0x0010,
      'OB',
      Uint8Array.from({ length: side * side }, (_, at) => (at % side) * 4),
    ),
  ];
}

/** A UUID-derived UID (PS3.5 B.2), made of a name instead of chance. */
function uid(name: string): string {
  return `2.25.${BigInt(`0x${createHash('sha256').update(name).digest('hex').slice(0, 32)}`)}`;
}

function text(group: number, tag: number, vr: string, value: string): Buffer {
  const padding = value.length % 2 === 0 ? '' : vr === 'UI' ? '\0' : ' ';
  return element(group, tag, vr, Buffer.from(value + padding, 'latin1'));
}

function number(group: number, tag: number, value: number): Buffer {
  return element(group, tag, 'US', Buffer.from([value % 256, Math.floor(value / 256)]));
}

function element(group: number, tag: number, vr: string, value: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt16LE(group, 0);
  head.writeUInt16LE(tag, 2);
  head.write(vr, 4, 'latin1');
  head.writeUInt16LE(value.length, 6);
  return Buffer.concat([head, value]);
}

/** Binary values have two reserved bytes and a length of four (PS3.5 7.1.2). */
function longElement(group: number, tag: number, vr: string, value: Uint8Array): Buffer {
  const head = Buffer.alloc(12);
  head.writeUInt16LE(group, 0);
  head.writeUInt16LE(tag, 2);
  head.write(vr, 4, 'latin1');
  head.writeUInt32LE(value.length, 8);
  return Buffer.concat([head, value]);
}
