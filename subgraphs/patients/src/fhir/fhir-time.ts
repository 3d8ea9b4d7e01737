/** FHIR's date and dateTime as instants; a partial date stands for its beginning. */

const pattern =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}:\d{2}):(\d{2})(?:\.(\d{1,9}))?(Z|[+-](?:0\d|1[0-4]):[0-5]\d))?)?)?$/;

/** Null when the text is no FHIR dateTime or names a day that does not exist. A day without a time is a day in China. */
export function readDateTime(text: string): Date | null {
  const [, year, month = '01', day = '01', time = '00:00', seconds = '00', fraction = '0', zone = '+08:00'] =
    pattern.exec(text) ?? [];
  if (year === undefined || year === '0000' || !isCalendarDay(`${year}-${month}-${day}`)) return null;
  // FHIR allows the leap second :60, which Date does not know.
  const second = seconds === '60' ? '59' : seconds;
  const instant = new Date(`${year}-${month}-${day}T${time}:${second}.${fraction.slice(0, 3).padEnd(3, '0')}${zone}`);
  return Number.isNaN(instant.getTime()) || time.startsWith('24') ? null : instant;
}

/** True for a whole date that exists, such as 2024-02-29. */
export function isCalendarDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
