import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildSegment } from '../../../../../shared/domain/matching/match-index/build-segment.ts';
import { buildIndex } from '../../../../../shared/domain/matching/match-index/build-index.ts';
import { withSegment } from '../../../../../shared/domain/matching/match-index/match-index.ts';
import type { Verdict } from '../../../../../shared/domain/matching/match-result.ts';
import type { MatchingInput } from '../../../../../shared/domain/matching/matching-input.ts';
import { anyInput, anySituation } from '../../../../support/any-family.ts';
import { anyRequest } from '../../../../support/any-request/request.ts';
import { anyMoreHours, keepsPlaces, withMoreHours } from '../../../../support/more-hours.ts';
import { ranked, readBack, type Ranked } from '../../../../support/ranked.ts';
import { requestsToTry } from '../../../../support/requests-to-try.ts';
import { withAnyOrder } from '../../../../support/reordered.ts';

// Section 9 of the matching page, on the ranking itself: verdicts are told by place in the one order, as `no` comes last and
// the others in their sequence, and not by the matches made out.

const { numRuns, timeout } = requestsToTry(100);
const RUNS = { numRuns, seed: 901 };

const isFit = (verdict: Verdict | undefined) => verdict === 'fits' || verdict === 'fits-with-care';

/** Both ways of making up requests, one after the other. */
const anyAsked = fc.oneof(anyInput, anyRequest);

/** Where an offer stands in the answer: what decides about it and does not hang on where others stand. */
const verdictsIn = ({ order, verdicts }: Ranked) => order.map((id) => [id, verdicts.get(id)]);

/** What stands for an offer: its course within its feed, else itself. */
function keysOf({ offers }: MatchingInput): ReadonlyMap<string, string> {
  return new Map(
    offers.map(({ id, course, freshness }) => [
      id,
      course === undefined ? id : `${freshness.feed} ${course}`,
    ]),
  );
}

describe('the ranking', () => {
  test(
    'keeps a fit where an entry has more hours at the same place',
    () => {
      let fits = 0;
      fc.assert(
        fc.property(anyAsked, anyMoreHours, (input, more) => {
          if (input.situation.children.length === 0) return;
          const longer = withMoreHours(input, more);
          if (longer === undefined || !keepsPlaces(input, longer.input)) return;
          const [before, after] = [ranked(input), ranked(longer.input)];
          const fitting = before.order.filter((id) => before.verdicts.get(id) === 'fits');
          fits += fitting.length;
          // Another date or place of an offer may be the better one by then; one of them fits still.
          const keys = keysOf(input);
          const fitAfter = after.order.filter((id) => after.verdicts.get(id) === 'fits');
          expect(fitAfter.map((id) => keys.get(id))).toEqual(
            expect.arrayContaining(fitting.map((id) => keys.get(id))),
          );
        }),
        { ...RUNS, numRuns: 3 * numRuns },
      );
      expect(fits).toBeGreaterThan(numRuns / 20);
    },
    timeout,
  );

  test(
    'keeps every fit where the way may be longer',
    () => {
      let fits = 0;
      fc.assert(
        fc.property(anyAsked, fc.integer({ min: 5, max: 60 }), (input, more) => {
          const { situation } = input;
          const maxMinutes = (situation.travel.maxMinutes ?? 45) + more;
          const longer = { ...situation, travel: { ...situation.travel, maxMinutes } };
          const [before, after] = [ranked(input), ranked({ ...input, situation: longer })];
          const keys = keysOf(input);
          const fitsOf = ({ order, verdicts }: Ranked) =>
            order.filter((id) => isFit(verdicts.get(id))).map((id) => keys.get(id));
          fits += fitsOf(before).length;
          expect(fitsOf(after)).toEqual(expect.arrayContaining(fitsOf(before)));
        }),
        RUNS,
      );
      expect(fits).toBeGreaterThan(numRuns / 20);
    },
    timeout,
  );

  test(
    'says the same of all others when an offer that is not childcare is gone',
    () => {
      fc.assert(
        fc.property(anyAsked, fc.nat(5), (input, which) => {
          const others = input.offers.filter(({ kind }) => kind !== 'childcare');
          if (others.length === 0) return;
          const removed = others[which % others.length]!;
          const keys = keysOf(input);
          // Dates of its course stand for one another, and what it was said to be a duplicate of stands by itself again.
          const isOther = (id: string) => keys.get(id) !== keys.get(removed.id);
          const tiedByDuplicates = input.offers.some(({ duplicateOf }) => duplicateOf === removed.id);
          if (tiedByDuplicates) return;
          const left = { ...input, offers: input.offers.filter((offer) => offer !== removed) };
          const [before, after] = [ranked(input), ranked(left)];
          expect(verdictsIn(after).filter(([id]) => isOther(String(id)))).toEqual(
            verdictsIn(before).filter(([id]) => isOther(String(id))),
          );
        }),
        RUNS,
      );
    },
    timeout,
  );

  test(
    'is the same for children in any order',
    () => {
      const permuted = withAnyOrder(anyAsked);
      fc.assert(
        fc.property(permuted, ([asked, other]) => {
          const before = ranked(asked);
          const after = ranked(other);
          expect(verdictsIn(after)).toEqual(verdictsIn(before));
          const { counts, excluded, nextQuestion } = before.rest;
          expect(after.rest).toMatchObject({ counts, excluded });
          expect(after.rest.nextQuestion).toEqual(nextQuestion);
        }),
        RUNS,
      );
    },
    timeout,
  );

  test(
    'gives the same bytes when asked again, whatever was asked in between and however the offers lie',
    () => {
      const shuffled = anyAsked.chain((input) =>
        fc.tuple(
          fc.constant(input),
          fc.shuffledSubarray([...input.offers], { minLength: input.offers.length }),
          anySituation,
        ),
      );
      fc.assert(
        fc.property(shuffled, ([input, offers, other]) => {
          const index = buildIndex(input.offers, input.region);
          const first = ranked(input, index);
          ranked({ ...input, situation: other }, index);
          expect(ranked(input, index).bytes).toBe(first.bytes);
          const copies = structuredClone({ situation: input.situation, offers: input.offers });
          expect(ranked({ ...input, ...copies }).bytes).toBe(first.bytes);
          expect(ranked({ ...input, offers }).bytes).toBe(first.bytes);
        }),
        RUNS,
      );
    },
    timeout,
  );

  test(
    'is the same on an index that was read from bytes, and on one put together feed by feed',
    () => {
      fc.assert(
        fc.property(anyAsked, (input) => {
          const { offers, region } = input;
          const index = buildIndex(offers, region);
          const { bytes } = ranked(input, index);
          expect(ranked(input, readBack(index)).bytes).toBe(bytes);
          const feeds = [...Map.groupBy(offers, ({ freshness }) => freshness.feed)].toReversed();
          const stepwise = feeds.reduce(
            (made, [feed, own]) =>
              withSegment(made, buildSegment(feed, own.toReversed(), region.publicHolidays)),
            readBack(index),
          );
          expect(ranked(input, stepwise).bytes).toBe(bytes);
        }),
        RUNS,
      );
    },
    timeout,
  );

  test(
    'counts every candidate once, and names why each no is one',
    () => {
      fc.assert(
        fc.property(anyAsked, (input) => {
          const { order, rest } = ranked(input);
          expect(Object.values(rest.counts).reduce((sum, each) => sum + each, 0)).toBe(order.length);
          expect(new Set(order).size).toBe(order.length);
          expect(rest.excluded.reduce((sum, { count }) => sum + count, 0)).toBe(rest.counts.no);
        }),
        RUNS,
      );
    },
    timeout,
  );
});
