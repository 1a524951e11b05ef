import type { Segment } from '../match-index/segment.ts';
import type { Match } from '../match-result.ts';
import type { CareTerms } from './care-answer.ts';
import { fromMatch } from './from-match.ts';
import type { JudgedVariant } from './judged.ts';
import { judgeVariants, type JudgeVariants, type Standing } from './judge-variants.ts';
import type { SeenVariant } from './seen-variant.ts';
import { NeedsFineDays, NeedsReference } from './needs-reference.ts';

export type { Standing } from './judge-variants.ts';

/** Judges offers of an index for one family's week. */
export type Judge = {
  /** Stops as soon as a no with its first unmet criterion is certain. */
  readonly standing: (segment: Segment, offer: number) => Standing;
  /** Whether the offer fits, with a childcare place or without. */
  readonly fits: (segment: Segment, offer: number) => boolean;
  /** The variants in which nothing but care stands in the way of the offer; `undefined` when that cannot be told. */
  readonly onlyByCare: (segment: Segment, offer: number) => readonly SeenVariant[] | undefined;
  /** Whether some of these variants fit as far as care goes. */
  readonly careFits: (segment: Segment, offer: number, variants: readonly SeenVariant[]) => boolean;
  /** All that order and verdict hang on. */
  readonly judged: (segment: Segment, offer: number) => JudgedVariant;
};

/** What a judge takes. `byReference`: the reference's answer for an offer that columns do not tell enough of. */
export type JudgeTerms = {
  readonly care: CareTerms;
  readonly byReference: (segment: Segment, offer: number) => Match;
};

/** The judge of one family's week: by coarse classes of days, where they do not tell by fine ones, else by the reference. */
export function judgeOf({ care, byReference }: JudgeTerms): Judge {
  const inFull = byEither(
    care.onlyFits ? { ...care, onlyFits: false, known: [], knownParts: new Map() } : care,
  );
  const forFits = care.onlyFits ? byEither(care) : inFull;
  const referred = (segment: Segment, offer: number): JudgedVariant => fromMatch(byReference(segment, offer));
  return {
    standing: (segment, offer) =>
      inFull<Standing>(
        (by) => by.judge(segment, offer, true),
        () => referred(segment, offer),
      ),
    fits(segment, offer) {
      const standing = forFits<Standing>(
        (by) => by.judge(segment, offer, true),
        () => referred(segment, offer),
      );
      return 'verdict' in standing && isFitting(standing);
    },
    onlyByCare: (segment, offer) =>
      inFull<readonly SeenVariant[] | undefined>(
        (by) => by.onlyByCare(segment, offer),
        () => undefined,
      ),
    careFits: (segment, offer, variants) =>
      forFits(
        (by) => by.careFits(segment, offer, variants),
        () => isFitting(referred(segment, offer)),
      ),
    judged(segment, offer) {
      const standing = inFull<Standing>(
        (by) => by.judge(segment, offer, false),
        () => referred(segment, offer),
      );
      if ('noBy' in standing) throw new Error('asked for all');
      return standing;
    },
  };
}

function isFitting({ verdict }: JudgedVariant): boolean {
  return verdict === 'fits' || verdict === 'fits-with-care';
}

type Asked = <Answer>(ask: (by: JudgeVariants) => Answer, otherwise: () => Answer) => Answer;

/** Asks by coarse classes of days, then by fine ones; each judge is made when it is first needed. */
function byEither(care: CareTerms): Asked {
  let coarse: JudgeVariants | undefined;
  let fine: JudgeVariants | undefined;
  return (ask, otherwise) => {
    try {
      coarse ??= judgeVariants(care, false);
      return ask(coarse);
    } catch (error) {
      if (error instanceof NeedsReference) return otherwise();
      if (!(error instanceof NeedsFineDays)) throw error;
    }
    try {
      fine ??= judgeVariants(care, true);
      return ask(fine);
    } catch (error) {
      if (error instanceof NeedsReference) return otherwise();
      throw error;
    }
  };
}
