import type { Region } from '../../../shared/domain/place/region.ts';
import { formatClockTime, type Minutes } from '../../../shared/domain/time/clock-time.ts';
import { WEEKDAY_NAMES, WORKDAYS } from '../../../shared/domain/time/weekday.ts';
import type { Answers } from './answers.ts';

/** When lessons usually begin; shown with the button and to be corrected where a school is different. */
const SCHOOL_BEGINS: Minutes = 8 * 60;

/** What a button fills in for one row of care: usual hours of the region, Monday to Friday. */
export type CarePreset = {
  readonly id: string;
  readonly kind: 'kita' | 'school-allday';
  /** Booked hours a week; absent for the all-day school. */
  readonly weeklyHours?: 25 | 35 | 45;
  readonly from: Minutes;
  readonly to: Minutes;
};

/** The presets of a region: its booking classes ascending, then the all-day school. */
export function carePresets(
  region: Pick<Region, 'bookingPresets' | 'allDaySchoolEnd'>,
): readonly CarePreset[] {
  return [
    ...region.bookingPresets.map(({ weeklyHours, from, to }) => ({
      id: `kita-${weeklyHours}`,
      kind: 'kita' as const,
      weeklyHours,
      from,
      to,
    })),
    { id: 'all-day', kind: 'school-allday', from: SCHOOL_BEGINS, to: region.allDaySchoolEnd },
  ];
}

/** The answers with a row of care filled in as the preset has it; its place and dates stay. */
export function fillCare(
  answers: Answers,
  row: { readonly child: number; readonly care: number },
  preset: CarePreset,
): Answers {
  const name = `children.${row.child}.care.${row.care}`;
  const filled = new Map([
    ...answers,
    [`${name}.kind`, [preset.kind]],
    [`${name}.days`, WORKDAYS.map((day) => WEEKDAY_NAMES[day])],
    [`${name}.from`, [formatClockTime(preset.from)]],
    [`${name}.to`, [formatClockTime(preset.to)]],
  ]);
  filled.delete(`children.${row.child}.noCare`);
  return filled;
}
