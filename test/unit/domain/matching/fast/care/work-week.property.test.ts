import fc from 'fast-check';
import { expect, test } from 'vitest';
import { weekBudget } from '../../../../../../shared/domain/matching/care/week-budget.ts';
import { weekBudgetIn, workWeekOf } from '../../../../../../shared/domain/matching/fast/care/work-week.ts';
import { familiesIn, requestOf } from '../../../../../../shared/domain/matching/fast/request.ts';
import { frameOf } from '../../../../../../shared/domain/matching/frame.ts';
import { buildIndex } from '../../../../../../shared/domain/matching/match-index/build-index.ts';
import { anyChildren } from '../../../../../support/any-request/children.ts';
import { REQUEST_REGION } from '../../../../../support/any-request/places.ts';
import { situationWith } from '../../../../../support/any-request/situations.ts';
import { TODAY } from '../../../../../support/family-language.ts';

const index = buildIndex([], REQUEST_REGION);
const { handoverMinutes } = REQUEST_REGION.figures;

test('the week budget from the cells of a week is that of the rule', () => {
  let worked = 0;
  fc.assert(
    fc.property(
      situationWith(anyChildren),
      fc.integer({ min: 0, max: 18 }).map((steps) => steps * 5),
      fc.boolean(),
      (situation, wayMinutes, online) => {
        const frame = frameOf(situation, REQUEST_REGION, TODAY);
        const stretches = workWeekOf(familiesIn(requestOf(index, frame, []), frame))(online);
        const found = stretches && weekBudgetIn(stretches, wayMinutes + handoverMinutes);
        expect(found).toEqual(weekBudget(frame, { wayMinutes, handoverMinutes, online }));
        if (found !== undefined && found.paidMinutes > 0) worked += 1;
      },
    ),
    { numRuns: 1_000, seed: 421 },
  );
  expect(worked).toBeGreaterThan(300);
});
