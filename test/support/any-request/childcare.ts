import fc from 'fast-check';
import type { Offer } from '../../../shared/domain/offer/offer.ts';
import { addDays } from '../../../shared/domain/time/local-date.ts';
import { TODAY } from '../family-language.ts';
import { someOffer } from '../some-offer.ts';
import { slotIn } from './hours.ts';
import { anyPlace, nearPlace } from './places.ts';
import { mostly, rarely, stated, usually } from './stated.ts';

const care = fc
  .record({
    kind: fc.constantFrom('kita', 'kita', 'childminder', 'school-allday', 'other', 'family'),
    ages: mostly(
      fc.constantFrom(
        { fromMonths: 0, toMonths: 83 },
        { fromMonths: 12, toMonths: 36 },
        { fromMonths: 36, toMonths: 150 },
      ),
      9,
    ),
    openings: usually(
      fc.tuple(slotIn([390, 480], [240, 660])),
      fc.array(slotIn([780, 1080], [120, 700]), { maxLength: 2 }),
      7,
    ),
    bookedHours: fc.constant([]),
    free: mostly(fc.constantFrom(0, 1, 1, 2, 3), 7),
    asOf: mostly(fc.constantFrom(TODAY, addDays(TODAY, -30), addDays(TODAY, -31)), 7),
    fetches: fc.constantFrom(false, false, true),
  })
  .map(stated);

const blank = someOffer('care:any');

/** A place to look after children, mostly near and open by day; counted up to 31 days ago or never. */
export const anyCareOffer: fc.Arbitrary<Offer> = fc
  .record({
    places: usually(fc.tuple(nearPlace), fc.array(anyPlace, { maxLength: 2 }), 7),
    care,
    validUntil: rarely(fc.constantFrom(TODAY, addDays(TODAY, -1))),
  })
  .map(({ places, care: theirs, validUntil }) => ({
    ...blank,
    kind: 'childcare',
    goals: ['childcare'],
    places,
    care: theirs,
    freshness: stated({ ...blank.freshness, checked: TODAY, validUntil }),
  }));
