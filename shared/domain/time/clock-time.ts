/** Minutes since midnight of a day, local wall-clock time. 1,440 is the end of the day, more runs into the next. */
export type Minutes = number;

/** Minutes of a day. */
export const MINUTES_PER_DAY = 1440;

/** `HH:MM`, 00:00-23:59 (24:00 too, as the end of a day), to minutes; `undefined` for anything else. */
export function parseClockTime(text: string): Minutes | undefined {
  const parts = /^(\d{2}):(\d{2})$/.exec(text);
  if (parts === null) return undefined;
  const [hours, minutes] = [Number(parts[1]), Number(parts[2])];
  if (minutes > 59 || hours > 24 || (hours === 24 && minutes > 0)) return undefined;
  return hours * 60 + minutes;
}

/** Minutes to `HH:MM`; what runs past midnight is given as the time of the next day, exactly 1,440 as `24:00`. */
export function formatClockTime(minutes: Minutes): string {
  const within =
    minutes === MINUTES_PER_DAY ? minutes : ((minutes % MINUTES_PER_DAY) + MINUTES_PER_DAY) % MINUTES_PER_DAY;
  return `${String(Math.floor(within / 60)).padStart(2, '0')}:${String(within % 60).padStart(2, '0')}`;
}
