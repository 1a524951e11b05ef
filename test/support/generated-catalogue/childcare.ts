import type { CatalogueOffer } from '../../../shared/domain/offer/catalogue.ts';
import type { AgeRangeMonths, CareOffer } from '../../../shared/domain/offer/offer.ts';
import type { CareKind, Goal } from '../../../shared/domain/offer/terms.ts';
import { UNKNOWN_TIMETABLE } from '../../../shared/domain/offer/timetable-json.ts';
import { addDays, type LocalDate } from '../../../shared/domain/time/local-date.ts';
import type { Slot } from '../../../shared/domain/time/slot.ts';
import { WORKDAYS } from '../../../shared/domain/time/weekday.ts';
import { wholeBetween, type Chance } from '../seeded-chance.ts';
import type { OfferFrame } from './frames.ts';
import { AGES_OF_KITAS, BOOKED_HOURS, CARE_KINDS_OFFERED, HOURS_OF_KITAS, SHARES } from './shares.ts';
import type { Spots } from './spots.ts';
import { weightedOf } from './weighted.ts';

const GOALS: readonly Goal[] = ['childcare'];

/** Makes childcare places, each at a house of its own. */
export function childcareOf(
  chance: Chance,
  { frame, spots, today }: { frame: () => OfferFrame; spots: Spots; today: LocalDate },
): () => CatalogueOffer {
  return () => ({
    ...frame(),
    kind: 'childcare',
    goals: GOALS,
    places: [spots.house()],
    timetable: UNKNOWN_TIMETABLE,
    care: careOf(chance, weightedOf(chance, CARE_KINDS_OFFERED), today),
  });
}

function careOf(chance: Chance, kind: CareKind, today: LocalDate): CareOffer {
  const isUnknown = chance() < SHARES.careHoursUnknown;
  const counted = chance() < SHARES.careFreeStated;
  return {
    kind,
    ages: agesOf(chance, kind),
    openings: isUnknown ? [] : openingsOf(chance, kind),
    bookedHours: kind === 'school-allday' || kind === 'other' ? [] : weightedOf(chance, BOOKED_HOURS),
    fetches: kind === 'other' || (kind === 'childminder' && chance() < 0.1),
    // A count stands for 30 days; half of them are older (assumed).
    ...(counted && { free: wholeBetween(chance, 0, 4), asOf: addDays(today, -wholeBetween(chance, 0, 60)) }),
  };
}

function agesOf(chance: Chance, kind: CareKind): AgeRangeMonths {
  if (kind === 'childminder') return { fromMonths: wholeBetween(chance, 2, 6), toMonths: 36 };
  if (kind === 'school-allday') return { fromMonths: 66, toMonths: 131 };
  if (kind === 'other') return { fromMonths: 12, toMonths: 143 };
  const [fromMonths, toMonths] = weightedOf(chance, AGES_OF_KITAS);
  return { fromMonths, toMonths };
}

/** All-day school from 8 to 15 or 16 and edge hours from 5:30 to 22 are assumed; Kitas and childminders as in SH. */
function openingsOf(chance: Chance, kind: CareKind): readonly Slot[] {
  if (kind === 'school-allday') return [{ days: WORKDAYS, from: 480, to: chance() < 0.5 ? 900 : 960 }];
  if (kind === 'other') return [{ days: [...WORKDAYS, 5], from: 330, to: 1320 }];
  const [from, to] = weightedOf(chance, HOURS_OF_KITAS);
  if (chance() >= SHARES.careFridayDiffers) return [{ days: WORKDAYS, from, to }];
  return [
    { days: WORKDAYS.slice(0, 4), from, to },
    { days: [4], from, to: to - 60 },
  ];
}
