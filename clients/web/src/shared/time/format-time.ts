/** Times as the pages write them: 2026-11-20 14:05, 14:05, 06:12, and whole years of age. */
export function dateAndTime(time: string | number): string {
  return `${date(time)} ${timeOfDay(time)}`;
}

export function date(time: string | number): string {
  const at = new Date(time);
  return [at.getFullYear(), two(at.getMonth() + 1), two(at.getDate())].join('-');
}

export function timeOfDay(time: string | number): string {
  const at = new Date(time);
  return `${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** 06:12, 1:04:09 from an hour on, 2d 04:10 from two days on, for nobody counts in hundreds of hours. */
export function duration(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const [days, hours, minutes] = [Math.floor(whole / 86_400), Math.floor(whole / 3600), Math.floor(whole / 60)];
  if (days >= 2) return `${days}d ${two(hours % 24)}:${two(minutes % 60)}`;
  if (hours > 0) return `${hours}:${two(minutes % 60)}:${two(whole % 60)}`;
  return `${two(minutes)}:${two(whole % 60)}`;
}

/** Whole years on the day of `now`; a birth date is a day without a time zone. */
export function yearsOld(birthDate: string, now: number): number {
  const [year = 0, month = 1, day = 1] = birthDate.split('-').map(Number);
  const today = new Date(now);
  const birthdayToCome = today.getMonth() + 1 < month || (today.getMonth() + 1 === month && today.getDate() < day);
  return today.getFullYear() - year - (birthdayToCome ? 1 : 0);
}

function two(count: number): string {
  return String(count).padStart(2, '0');
}
