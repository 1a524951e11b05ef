import type { Place } from '../../../place/place.ts';
import { MINUTES_PER_DAY } from '../../../time/clock-time.ts';
import { GRID_MINUTES, type Interval } from '../../../time/intervals.ts';
import type { WhyOpen } from '../../care/care-outcome.ts';
import { serveGaps, type GapToServe, type Served } from '../../care/course-childcare.ts';
import { whyOpen, type OpenGapReason } from '../../care/remaining-gaps.ts';
import { collectGaps } from '../gaps/collect-gaps.ts';
import { sessionOf, type Gaps } from '../gaps/gaps.ts';
import { OPEN_BY, openByFamily } from '../care/open-gaps.ts';
import type { Request } from '../request.ts';
import { HOME } from '../ways/surroundings.ts';
import type { CaseToShow } from './case-to-show.ts';
import { forEachLost } from './lost-stretches.ts';
import { firstDateOf } from './shown-variant.ts';

/** Why a gap of a child is open; nothing is told of one that a place would close. */
export type OpenGapOf = WhyOpen & { readonly child: number };

/** Why each gap of a case is open, where all are. Overwrites the scratch for other gaps. */
export function whyOpenFor(toShow: CaseToShow, gaps: Gaps): readonly OpenGapOf[] {
  const { terms, asked } = toShow;
  const { care } = asked;
  const { childcare } = care;
  if (childcare === undefined) {
    return rowsOf(gaps).map((row) => openGapOf(toShow, gaps, row, undefined));
  }
  // Childcare of the course answers for all gaps together, those it closes among them.
  const { request, families } = terms;
  const { others: before } = request.scratch;
  collectGaps(request, families.ordinary, { ...care, id: 0, childcare: undefined }, before);
  const served = serveGaps(
    families.frame,
    childcare,
    rowsOf(before).map((row) => firstOf(toShow, before, row)),
  );
  return rowsOf(before).flatMap((row) => {
    const each: Served | undefined = served[row];
    if (each?.outcome === 'closed') return [];
    return [openGapOf(toShow, before, row, each)];
  });
}

function openGapOf(
  { terms, asked }: CaseToShow,
  gaps: Gaps,
  row: number,
  served: Served | undefined,
): OpenGapOf {
  const { held, where } = sessionOf(asked.care, gaps, row);
  const child = gaps.child[row] ?? 0;
  const byFamily = reasonsOf(openByFamily(terms, child, held.time, where));
  return { child, ...whyOpen(served, byFamily) };
}

function rowsOf({ count }: Gaps): readonly number[] {
  return Array.from({ length: count }, (_row, at) => at);
}

function reasonsOf(bits: number): readonly OpenGapReason[] {
  if ((bits & OPEN_BY.careNotStated) !== 0) return ['care-not-stated'];
  return [
    ...((bits & OPEN_BY.helper) === 0 ? [] : ['helper-irregular' as const]),
    ...((bits & OPEN_BY.school) === 0 ? [] : ['school-entry' as const]),
  ];
}

/** A gap on the first of its dates. */
function firstOf({ terms, asked: { care } }: CaseToShow, gaps: Gaps, row: number): GapToServe {
  const { request, families } = terms;
  const { held, where } = sessionOf(care, gaps, row);
  const child = gaps.child[row] ?? 0;
  const date = firstDateOf(request, held);
  const midnight = date * MINUTES_PER_DAY;
  const uncovered: Interval[] = [];
  forEachLost(families.ordinary.weeks[child], held, gaps, row, (from, to) =>
    uncovered.push({ from: midnight + from * GRID_MINUTES, to: midnight + to * GRID_MINUTES }),
  );
  const at = placeOf(request, gaps.at[row] ?? HOME);
  return { child, at, uncovered, session: { date, from: held.from, to: held.to, isOnline: where.isOnline } };
}

/** The place of the week with a number. */
function placeOf({ frame, surroundings }: Request, number: number): Place {
  const places = frame.situation.children.flatMap(({ care = [] }) =>
    care.flatMap(({ place }) => place ?? []),
  );
  return places.find((place) => surroundings.numberOf(place) === number) ?? frame.home;
}
