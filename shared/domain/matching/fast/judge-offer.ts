import type { Segment } from '../match-index/segment.ts';
import type { Match } from '../match-result.ts';
import type { CareTerms } from './care/care-terms.ts';
import { fromMatch } from './from-match.ts';
import { FITS_WITH_CARE_RANK, type JudgedVariant } from './judged.ts';
import {
  judgeVariants,
  type AskedVariant,
  type JudgeVariants,
  type Standing,
  type StandingVariant,
} from './judge-variants.ts';
import { NEEDS_FINE_DAYS, NEEDS_REFERENCE } from './needs-reference.ts';

export type { Standing } from './judge-variants.ts';

/** Judges offers of an index for one family's week. */
export type Judge = {
  /** Stops as soon as a no with its first unmet criterion is certain. */
  readonly standing: (segment: Segment, offer: number) => Standing;
  /** Whether the offer fits, with a childcare place or without. */
  readonly fits: (segment: Segment, offer: number) => boolean;
  /** Whether an offer that can be attended in one way meets the criterion of a bit. */
  readonly meets: (segment: Segment, offer: number, bit: number) => boolean;
  /** Whether the criterion of a bit, unless it is own time or care, may be met in some variant. */
  readonly isMetInSome: (segment: Segment, offer: number, bit: number) => boolean;
  /** The variants in which nothing but care stands in the way of the offer; `undefined` when that cannot be told. */
  readonly onlyByCare: (segment: Segment, offer: number) => readonly AskedVariant[] | undefined;
  /** Such a variant, by fine classes of days where coarse ones do not tell whether it fits. */
  readonly toldBest: (asked: AskedVariant) => AskedVariant;
  /** Whether such a variant fits as far as care goes. */
  readonly careFits: (asked: AskedVariant) => boolean;
  /** All that order and verdict hang on. */
  readonly judged: (segment: Segment, offer: number) => JudgedVariant;
  /** What is made of the variant that stands for the offer; `undefined` where columns do not tell enough of it. */
  readonly made: <Made>(
    segment: Segment,
    offer: number,
    make: (standing: StandingVariant) => Made,
  ) => Made | undefined;
};

/** What a judge takes. `byReference`: the reference's answer for an offer that columns do not tell enough of. */
export type JudgeTerms = {
  readonly care: CareTerms;
  readonly byReference: (segment: Segment, offer: number) => Match;
};

/** The judge of one family's week: by coarse classes of days, where they do not tell by fine ones, else by the reference. */
export function judgeOf({ care, byReference }: JudgeTerms): Judge {
  const inFull = eitherOf(care.onlyFits ? { ...care, onlyFits: false, known: [], knownParts: [] } : care);
  const forFits = care.onlyFits ? eitherOf(care) : inFull;
  const referred = (segment: Segment, offer: number): JudgedVariant => fromMatch(byReference(segment, offer));
  const standingBy = (by: Either, segment: Segment, offer: number, stopsAtNo: boolean): Standing => {
    try {
      return by.coarse().judge(segment, offer, stopsAtNo);
    } catch (error) {
      const finer = by.after(error, (fine) => fine.judge(segment, offer, stopsAtNo));
      return finer ?? referred(segment, offer);
    }
  };
  return {
    standing: (segment, offer) => standingBy(inFull, segment, offer, true),
    fits(segment, offer) {
      try {
        return forFits.coarse().fits(segment, offer);
      } catch (error) {
        return (
          forFits.after(error, (fine) => fine.fits(segment, offer)) ?? isFitting(referred(segment, offer))
        );
      }
    },
    meets(segment, offer, bit) {
      const standing = standingBy(forFits, segment, offer, false);
      return 'verdict' in standing && ((standing.unmet | standing.unknown) & bit) === 0;
    },
    isMetInSome(segment, offer, bit) {
      try {
        return inFull.coarse().isMetInSome(segment, offer, bit);
      } catch (error) {
        return inFull.after(error, (fine) => fine.isMetInSome(segment, offer, bit)) ?? true;
      }
    },
    onlyByCare(segment, offer) {
      try {
        return inFull.coarse().onlyByCare(segment, offer);
      } catch (error) {
        return inFull.after(error, (fine) => fine.onlyByCare(segment, offer));
      }
    },
    toldBest(asked) {
      try {
        inFull.coarse().careFits(asked.question);
        return asked;
      } catch (error) {
        const { segment, offer, variant } = asked;
        const question = inFull.after(error, (fine) => fine.ask(segment, offer, variant));
        return question === undefined ? asked : { ...asked, question };
      }
    },
    careFits({ segment, offer, variant, question }) {
      try {
        return forFits.coarse().careFits(question);
      } catch (error) {
        const finer = forFits.after(error, (fine) => fine.careFits(fine.ask(segment, offer, variant)));
        return finer ?? isFitting(referred(segment, offer));
      }
    },
    judged(segment, offer) {
      const standing = standingBy(inFull, segment, offer, false);
      if ('noBy' in standing) throw new Error('asked for all');
      return standing;
    },
    made(segment, offer, make) {
      try {
        return make(inFull.coarse().standsFor(segment, offer));
      } catch (error) {
        return inFull.after(error, (fine) => make(fine.standsFor(segment, offer)));
      }
    },
  };
}

function isFitting({ verdict }: JudgedVariant): boolean {
  return verdict <= FITS_WITH_CARE_RANK;
}

/**
 * Judges by coarse and by fine classes of days, each made when it is first needed. `after` asks by fine ones what coarse ones do not tell;
 * `undefined` where neither does.
 */
type Either = {
  readonly coarse: () => JudgeVariants;
  readonly after: <Answer>(error: unknown, ask: (fine: JudgeVariants) => Answer) => Answer | undefined;
};

function eitherOf(care: CareTerms): Either {
  let coarse: JudgeVariants | undefined;
  let fine: JudgeVariants | undefined;
  return {
    coarse: () => (coarse ??= judgeVariants(care, false)),
    after(error, ask) {
      if (error === NEEDS_REFERENCE) return undefined;
      if (error !== NEEDS_FINE_DAYS) throw error;
      try {
        fine ??= judgeVariants(care, true);
        return ask(fine);
      } catch (again) {
        if (again === NEEDS_REFERENCE) return undefined;
        throw again;
      }
    },
  };
}
