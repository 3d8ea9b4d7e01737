/** When a study started: Study Date and Time, in the file's own offset or the one of the place. */
import type { DataSet } from './data-set.ts';
import { firstText } from './element-values.ts';
import { tags } from './tags.ts';

/** `+08:00` */
export type UtcOffset = string;

/** Undefined when there is no date, or none that exists. A missing time counts as midnight. */
export function startedAt(dataSet: DataSet, assumedOffset: UtcOffset): Date | undefined {
  // ACR-NEMA dates (2004.01.19) and times (07:27:30) are still written.
  const date = /^(\d{4})\.?(\d\d)\.?(\d\d)$/.exec(firstText(dataSet, tags.studyDate) ?? '');
  if (!date) return undefined;
  const time = /^(\d\d):?(\d\d)?:?(\d\d)?(\.\d{1,6})?$/.exec(firstText(dataSet, tags.studyTime) ?? '') ?? [];
  const day = date.slice(1).join('-');
  const clock = `${time[1] ?? '00'}:${time[2] ?? '00'}:${time[3] ?? '00'}`;
  const at = new Date(`${day}T${clock}${ownOffset(dataSet) ?? assumedOffset}`);
  return Number.isNaN(at.getTime()) ? undefined : at;
}

function ownOffset(dataSet: DataSet): UtcOffset | undefined {
  const offset = /^([+-]\d\d)(\d\d)$/.exec(firstText(dataSet, tags.timezoneOffset) ?? '');
  return offset ? `${offset[1]}:${offset[2]}` : undefined;
}
