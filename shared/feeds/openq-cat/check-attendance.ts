import type { Timetable } from '../../domain/time/timetable.ts';
import type { Education } from './record.schema.ts';

/** `INSTRUCTION_TIME@type`. */
const CODES: ReadonlyMap<string, 'full' | 'part'> = new Map([
  ['1', 'full'],
  ['2', 'part'],
]);
/** A full-time course below this, and a part-time course above the other, says two things. Hours a week. */
const LEAST_FULL_HOURS = 25;
const MOST_PART_HOURS = 38;

/**
 * Whether the code for full or part time is contradicted by the words beside it, by the remarks on the lessons, or by the hours
 * read from them. The code stays what is searched by; nothing of an offer is made of it, as it says no time.
 */
export function attendanceDiffers(
  education: Education | undefined,
  read: { readonly timetable: Timetable; readonly hoursPerWeek?: number },
): boolean {
  const time = education?.EXTENDED_INFO?.INSTRUCTION_TIME;
  const code = CODES.get(time?.code ?? '');
  if (code === undefined) return false;
  const named = [time?.words ?? '', read.timetable.text ?? ''].flatMap(kindNamed);
  const isCore = read.timetable.weekly.some((slot) => slot.core);
  const minutes = read.timetable.weekly.reduce(
    (sum, { days, from, to }) => sum + days.length * (to - from),
    0,
  );
  const hours = isCore ? (read.hoursPerWeek ?? 0) : minutes / 60;
  const isOther = hours > 0 && (code === 'full' ? hours < LEAST_FULL_HOURS : hours > MOST_PART_HOURS);
  return isOther || named.some((kind) => kind !== code);
}

/** The one kind of attendance that a text names; none where it names both or neither. */
function kindNamed(text: string): readonly ('full' | 'part')[] {
  const [full, part] = [/vollzeit/iu.test(text), /teilzeit/iu.test(text)];
  if (full === part) return [];
  return [full ? 'full' : 'part'];
}
