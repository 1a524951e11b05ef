import type { CatalogueOffer } from '../domain/offer/catalogue.ts';
import type { Funding, Goal, OfferKind } from '../domain/offer/terms.ts';
import type { Minutes } from '../domain/time/clock-time.ts';
import { weekdayOf, type Weekday } from '../domain/time/weekday.ts';

/** What a list of offers is narrowed to; absent = not narrowed. Times in minutes since midnight. */
export type BrowseFilters = {
  readonly kind?: OfferKind;
  readonly goal?: Goal;
  /** Words that all occur in title or provider, case and accents aside. */
  readonly q?: string;
  readonly day?: Weekday;
  readonly from?: Minutes;
  readonly to?: Minutes;
  readonly childcare?: boolean;
  readonly funding?: Funding;
};

type TimedDay = { readonly day: Weekday; readonly from: Minutes; readonly to: Minutes };

function timesOf({ timetable, care }: CatalogueOffer): readonly TimedDay[] {
  const slots = [...timetable.weekly, ...(care?.openings ?? [])];
  return [
    ...slots.flatMap(({ days, from, to }) => days.map((day) => ({ day, from, to }))),
    ...timetable.dated.map(({ date, from, to }) => ({ day: weekdayOf(date), from, to })),
  ];
}

/** `unknown`: the offer states no times, or not all of them, and nothing it states speaks against it. */
export function passesTimes(offer: CatalogueOffer, filters: BrowseFilters): 'yes' | 'no' | 'unknown' {
  const { day, from = 0, to = Number.POSITIVE_INFINITY } = filters;
  if (day === undefined && filters.from === undefined && filters.to === undefined) return 'yes';
  const times = timesOf(offer);
  const complete = offer.timetable.complete && times.length > 0;
  const ofDay = day === undefined ? times : times.filter((time) => time.day === day);
  if (ofDay.some((time) => time.from < from || time.to > to)) return 'no';
  if (ofDay.length === 0) return complete ? 'no' : 'unknown';
  return complete || day !== undefined ? 'yes' : 'unknown';
}

/** Lower case without accents; `ß` becomes `ss`. */
function folded(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss');
}

function containsWords(offer: CatalogueOffer, words: string): boolean {
  const text = folded(`${offer.title} ${offer.provider.name}`);
  return folded(words)
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** Whether an offer passes every filter but those of time. */
export function passesFacts(offer: CatalogueOffer, filters: BrowseFilters): boolean {
  const { kind, goal, q, childcare, funding } = filters;
  return (
    (kind === undefined || offer.kind === kind) &&
    (goal === undefined || offer.goals.includes(goal)) &&
    (funding === undefined || offer.funding.includes(funding)) &&
    (childcare === undefined || (offer.childcare !== undefined) === childcare) &&
    (q === undefined || containsWords(offer, q))
  );
}
