import type { TravelFigures } from '../../../shared/domain/matching/figures.ts';
import { GRID_MINUTES } from '../../../shared/domain/time/intervals.ts';
import { squaredChordOf } from './chords.ts';

/** Ways in steps of the grid, up to two and a half hours: what is farther has no lead that fits a day. */
export const STEPS: readonly number[] = Array.from({ length: 30 }, (_, index) => (index + 1) * GRID_MINUTES);

/** How far one gets in some minutes by the best of several means; below zero if not even off. A value within 1e-9 counts as reached. */
export function farthestKm(means: readonly TravelFigures[], minutes: number): number {
  return Math.max(
    ...means.map(
      ({ baseMinutes, detour, kmPerHour }) => ((minutes + 1e-9 - baseMinutes) / 60) * (kmPerHour / detour),
    ),
  );
}

/** The square of the chord up to which a way takes no longer than some minutes. */
export function squaredChordWithin(means: readonly TravelFigures[], minutes: number): number {
  return squaredChordOf(farthestKm(means, minutes));
}
