import type { LocalDate } from '../time/local-date.ts';
import type { Slot } from '../time/slot.ts';
import type { MissingPart } from '../time/timetable.ts';
import type { GermanLevel } from './german-level.ts';
import type { OfferId } from './offer-id.ts';
import type { CourseChildcare, FactProvenance, Offer } from './offer.ts';

/** What a provider states of one offer beside its feed. Absent = nothing said; `childcare: 'none'` = there is none. */
export type SupplementFacts = {
  /** Every slot of the week, and the known parts whose times are not among them. */
  readonly times?: { readonly weekly: readonly Slot[]; readonly missing: readonly MissingPart[] };
  readonly childcare?: Omit<CourseChildcare, 'certainty'> | 'none';
  /** German needed at the start. */
  readonly german?: GermanLevel;
  /** What happens when somebody misses a session, because a child is ill. */
  readonly absence?: string;
};

/** The facts of one offer, the day on which they were stated, and the state of the course text they were stated for. */
export type Supplement = {
  readonly offer: OfferId;
  readonly on: LocalDate;
  readonly textState: string;
  readonly facts: SupplementFacts;
};

/** Dates that a feed states one by one say more than slots of a week; those are kept. */
export function hasDates({ timetable }: Pick<Offer, 'timetable'>): boolean {
  return timetable.dated.length > 0 && timetable.certainty === 'stated';
}

/**
 * The offer with the facts of its provider, each named as the provider's with its day. A stated fact replaces what was read
 * from a text and what the feed says; only dates that the feed lists are kept.
 */
export function layOver(offer: Offer, { facts, on }: Supplement): Offer {
  const times = hasDates(offer) ? undefined : facts.times;
  const { childcare: _before, ...withoutChildcare } = offer;
  const base = facts.childcare === 'none' ? withoutChildcare : offer;
  const stated: readonly FactProvenance['fact'][] = [
    ...(times ? ['timetable' as const] : []),
    ...(facts.childcare ? ['childcare' as const] : []),
    ...(facts.german ? ['needs' as const] : []),
    ...(facts.absence === undefined ? [] : ['absence' as const]),
  ];
  return {
    ...base,
    ...(times && {
      timetable: {
        ...offer.timetable,
        weekly: times.weekly,
        dated: [],
        certainty: 'stated',
        complete: times.missing.length === 0,
        missing: times.missing,
      },
    }),
    ...(typeof facts.childcare === 'object' && {
      childcare: { ...facts.childcare, certainty: 'stated' },
    }),
    ...(facts.german && { needs: { ...offer.needs, german: facts.german } }),
    ...(facts.absence !== undefined && { absence: facts.absence }),
    provenance: [
      ...offer.provenance.filter(({ fact }) => !stated.includes(fact)),
      ...stated.map((fact) => ({ fact, from: 'provider' as const, on })),
    ],
  };
}
