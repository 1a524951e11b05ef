import type { Segment } from '../match-index/segment.ts';
import type { Match } from '../match-result.ts';
import type { CareTerms } from './care-answer.ts';
import { fromMatch } from './from-match.ts';
import type { JudgedVariant } from './judged.ts';
import { judgeVariants, type JudgeVariants, type Standing } from './judge-variants.ts';
import { NeedsFineDays, NeedsReference } from './needs-reference.ts';

export type { Standing } from './judge-variants.ts';

/** Judges offers of an index for one family's week. */
export type Judge = {
  /** Stops as soon as a no with its first unmet criterion is certain. */
  readonly standing: (segment: Segment, offer: number) => Standing;
  /** Whether the offer fits, with a childcare place or without. */
  readonly fits: (segment: Segment, offer: number) => boolean;
  /** Whether nothing but care stands in the way of the offer, in some variant. */
  readonly isOnlyCare: (segment: Segment, offer: number) => boolean;
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
  const inFull = byEither(care);
  const onlyFits = byEither({ ...care, onlyFits: true, known: [], knownParts: new Map() });
  const referred = (segment: Segment, offer: number): JudgedVariant => fromMatch(byReference(segment, offer));
  return {
    standing: (segment, offer) =>
      inFull<Standing>(
        (by) => by.judge(segment, offer, true),
        () => referred(segment, offer),
      ),
    fits(segment, offer) {
      const standing = onlyFits<Standing>(
        (by) => by.judge(segment, offer, true),
        () => referred(segment, offer),
      );
      return 'verdict' in standing && (standing.verdict === 'fits' || standing.verdict === 'fits-with-care');
    },
    isOnlyCare: (segment, offer) =>
      inFull(
        (by) => by.isOnlyCare(segment, offer),
        () => true,
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
