import fc from 'fast-check';
import type { CareEntry, Child, Helper } from '../../../shared/domain/situation/situation.ts';
import { day } from '../some-offer.ts';
import { slotIn } from './hours.ts';
import { nearPlace, unknownPlace } from './places.ts';
import { mostly, rarely, stated, usually } from './stated.ts';

const CARE_KINDS = [
  'kita',
  'kita',
  'kita',
  'school',
  'school-allday',
  'childminder',
  'family',
  'other',
] as const;

/** An entry of care: mostly one slot from the morning on, now and then none, two or some in the night. */
export const anyEntry: fc.Arbitrary<CareEntry> = fc
  .record({
    kind: fc.constantFrom(...CARE_KINDS),
    hours: usually(
      fc.tuple(slotIn([420, 540], [180, 540])),
      fc.array(slotIn([360, 1260], [60, 600]), { maxLength: 2 }),
      6,
    ),
    place: mostly(usually(nearPlace, unknownPlace, 21), 5),
    holidays: fc.boolean(),
    from: fc.oneof(
      { weight: 9, arbitrary: fc.constant(undefined) },
      { weight: 1, arbitrary: fc.constantFrom(day('2025-04-22'), day('2025-08-01')) },
    ),
    until: fc.oneof(
      { weight: 9, arbitrary: fc.constant(undefined) },
      { weight: 1, arbitrary: fc.constantFrom(day('2025-05-07'), day('2025-07-31')) },
    ),
  })
  .map(stated);

/** Ages from before birth to 13, exact or by the year. */
const anyAge = fc.oneof(
  fc.integer({ min: -3, max: 150 }).map((months) => ({ months })),
  fc.integer({ min: 0, max: 13 }).map((years) => ({ years })),
  fc.integer({ min: 24, max: 70 }).map((months) => ({ months })),
);

/** A child of which anything may not be stated. */
export const anyChild: fc.Arbitrary<Child> = fc
  .record({
    age: mostly(anyAge, 11),
    care: mostly(fc.array(anyEntry, { maxLength: 2 }), 13),
    schoolFrom: rarely(fc.constantFrom(day('2025-08-01'), day('2026-08-01'))),
    needsCare: rarely(fc.boolean()),
    goesAlone: fc.constantFrom(false, false, false, false, true),
  })
  .map(stated);

/** None to three children. */
export const anyChildren: fc.Arbitrary<readonly Child[]> = usually(
  fc.array(anyChild, { minLength: 1, maxLength: 3 }),
  fc.constant([]),
  10,
);

/** A helper for all children, or for the first only, whom the family must have. */
export const anyHelper: fc.Arbitrary<Helper> = fc
  .record({
    hours: slotIn([420, 1080], [120, 360]),
    every: fc.constantFrom('week' as const, 'week' as const, 'alternate' as const, 'sometimes' as const),
    children: rarely(fc.constant([0])),
  })
  .map(stated);
