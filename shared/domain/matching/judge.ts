import type { CatalogueOffer } from '../offer/catalogue.ts';
import { assessCare } from './care/assess-care.ts';
import { assessDayParts, hasDayPartsOnly } from './care/assess-day-parts.ts';
import type { CareAssessment } from './care/care-assessment.ts';
import type { CareContext } from './care/care-context.ts';
import { careFramesOf } from './care/care-frames.ts';
import { carePlacesNearHome } from './care/new-care.ts';
import { partsHeld } from './care/parts-held.ts';
import { CHECKS } from './criteria/all-criteria.ts';
import type { Candidate } from './criteria/criterion.ts';
import { longestWayMinutes } from './criteria/reach.ts';
import { withSituation, type Frame } from './frame.ts';
import { heedsOf } from './heeds.ts';
import { careChanges } from './levers/care-changes.ts';
import { granted } from './levers/granted.ts';
import { nearestChange } from './levers/nearest-change.ts';
import { CRITERIA, type Match } from './match-result.ts';
import { compareWorth } from './order.ts';
import { variantsOf, type Variant } from './variants.ts';
import { verdictOf } from './verdict.ts';

/** What judging one offer shares with judging all others of a request. */
export type JudgingContext = CareContext;

/** The context of one request; `offers` are all current ones, of which those of childcare near home are kept. */
export function judgingContext(frame: Frame, offers: readonly CatalogueOffer[]): JudgingContext {
  const changes = careChanges(frame).map(({ change, situation }) => ({
    change: granted(frame, change),
    frame: withSituation(frame, situation),
  }));
  return { ...trialContext(frame, offers), changes };
}

/** A context in which only what fits is told apart from what does not: near misses by a change of care are not looked for. */
export function trialContext(frame: Frame, offers: readonly CatalogueOffer[]): JudgingContext {
  return { frames: careFramesOf(frame), places: carePlacesNearHome(frame, offers), changes: [] };
}

/** An offer judged: its best variant stands for it, `others` counts the variants that do not. */
export function judgeOffer(context: JudgingContext, offer: CatalogueOffer): Match {
  const frame = context.frames.ordinary;
  const matches = variantsOf(frame, offer).map((variant) =>
    judgeVariant(frame, variant, careOf(context, variant)),
  );
  const [best, ...others] = [...matches].sort(compareWorth);
  if (best === undefined) throw new Error('every offer has at least one variant');
  return { ...best, others: others.length };
}

function careOf(context: JudgingContext, variant: Variant): CareAssessment {
  return hasDayPartsOnly(variant.offer)
    ? assessDayParts(context.frames.ordinary, variant, partsHeld(context, variant))
    : assessCare(context, variant);
}

/**
 * One way of attending an offer judged, with what was found out about care. Of sessions that are alike on all their dates the first is
 * enough.
 */
export function judgeVariant(frame: Frame, variant: Variant, care: CareAssessment): Match {
  const candidate: Candidate = { frame, variant, care };
  const criteria = CRITERIA.map((id) => CHECKS[id](candidate));
  const { maxOpenHolidayDates } = frame.region.figures;
  const verdict = verdictOf(criteria, care.openHolidayDates.length, maxOpenHolidayDates);
  const change = verdict === 'nearly' ? nearestChange(candidate, criteria) : undefined;
  return {
    offer: variant.offer,
    verdict,
    variant: variant.id,
    others: 0,
    criteria,
    gaps: care.gaps,
    gapMinutesPerWeek: care.gapMinutesPerWeek,
    travelMinutes: travelMinutes(frame, variant),
    first: variant.schedule.first,
    heeds: heedsOf(candidate),
    care: care.newCare,
    ...(change === undefined ? {} : { change }),
  };
}

/** The longest way; 0 online, `null` when not known. */
function travelMinutes(frame: Frame, variant: Variant): number | null {
  if (variant.modes.includes('online') && !variant.modes.includes('on-site')) return 0;
  return longestWayMinutes(frame, variant) ?? null;
}
