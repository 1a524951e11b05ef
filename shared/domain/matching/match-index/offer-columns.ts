import type { CatalogueOffer } from '../../offer/catalogue.ts';
import { GERMAN_LEVELS, germanLevelAbove, type GermanLevel } from '../../offer/german-level.ts';
import { AUDIENCES, DAY_PARTS, FIELDS, GOALS, OFFER_KINDS } from '../../offer/terms.ts';
import { DEGREES_ASCENDING, SCHOOLINGS_ASCENDING } from '../criteria/qualification.ts';
import { growingColumns } from './growing.ts';
import { isEachAtItsOwn } from './held-sessions.ts';
import { offerShape, type OfferColumns } from './segment-shapes.ts';
import { NO_DATE, NONE, OFFER_FLAG } from './segment.ts';

/** Rows of other columns that belong to an offer. */
export type OfferRows = {
  readonly schedule: number;
  readonly childcare: number;
  readonly group: number;
  readonly placesFrom: number;
};

/** Collects the offers of a segment. */
export function offerColumns() {
  const { begin, finish } = growingColumns();
  const columns = offerShape(begin);
  return {
    add(offer: CatalogueOffer, rows: OfferRows): void {
      const { needs, hours, growth } = offer;
      columns.kind.push(OFFER_KINDS.indexOf(offer.kind));
      columns.goals.push(maskOf(GOALS, offer.goals));
      columns.fields.push(maskOf(FIELDS, offer.fields));
      columns.audiences.push(maskOf(AUDIENCES, needs.audiences ?? []));
      columns.flags.push(flagsOf(offer));
      columns.validUntil.push(offer.freshness.validUntil ?? NO_DATE);
      columns.registerBy.push(offer.registerBy ?? NO_DATE);
      columns.needsGerman.push(levelRow(needs.german));
      const taught = taughtLevels(offer);
      columns.teachEntry.push(levelRow(taught?.entry));
      columns.teachTo.push(levelRow(taught?.to));
      columns.schooling.push(
        needs.schooling === undefined ? NONE : SCHOOLINGS_ASCENDING.indexOf(needs.schooling),
      );
      columns.degree.push(needs.degree === undefined ? NONE : DEGREES_ASCENDING.indexOf(needs.degree));
      columns.ageFrom.push(needs.ageYears?.from ?? -32768);
      columns.ageTo.push(needs.ageYears?.to ?? 32767);
      columns.seatsFree.push(offer.seats?.free ?? NONE);
      columns.costCents.push(offer.cost?.cents ?? NONE);
      columns.hoursMin.push(hours?.min ?? Number.NaN);
      columns.hoursMax.push(hours?.max ?? Number.NaN);
      columns.growthTo.push(growth?.certainty === 'stated' ? growth.toHours : 0);
      columns.selfPaced.push(offer.timetable.selfPaced?.hoursPerWeek ?? 0);
      columns.dayParts.push(
        (offer.dayParts ?? []).reduce(
          (packed, part, at) => packed | ((1 + DAY_PARTS.indexOf(part)) << (3 * at)),
          0,
        ),
      );
      columns.schedule.push(rows.schedule);
      columns.childcare.push(rows.childcare);
      columns.group.push(rows.group);
      columns.placesFrom.push(rows.placesFrom);
    },
    /** `placesEnd`: how many entries the list of places has in all. */
    done(placesEnd: number): OfferColumns {
      columns.placesFrom.push(placesEnd);
      return offerShape(finish);
    },
  };
}

/** One bit for each chosen term, by its place in the closed set. */
export function maskOf<Term extends string>(terms: readonly Term[], chosen: readonly Term[]): number {
  return chosen.reduce((mask, term) => mask | (1 << terms.indexOf(term)), 0);
}

function levelRow(level: GermanLevel | undefined): number {
  return level === undefined ? NONE : GERMAN_LEVELS.indexOf(level);
}

/** What a language course asks for at its start, and what it reaches. */
function taughtLevels({
  teaches,
  needs,
}: CatalogueOffer): { entry: GermanLevel; to: GermanLevel } | undefined {
  const to = teaches?.german.to;
  if (to === undefined) return undefined;
  const from = teaches?.german.from ?? germanLevelAbove(to, -1);
  return { entry: levelRow(needs.german) > levelRow(from) ? (needs.german ?? from) : from, to };
}

function flagsOf(offer: CatalogueOffer): number {
  const { timetable, access, needs, cost, kind } = offer;
  const { weekly, dated, complete } = timetable;
  const { ageYears } = needs;
  return (
    flag(offer.online, OFFER_FLAG.online) |
    flag(offer.rolling, OFFER_FLAG.rolling) |
    flag(complete, OFFER_FLAG.complete) |
    flag(offer.leadsTo === 'degree', OFFER_FLAG.leadsToDegree) |
    flag(cost?.free === true, OFFER_FLAG.costFree) |
    flag(access?.stepFree !== undefined, OFFER_FLAG.stepFreeStated) |
    flag(access?.stepFree === true, OFFER_FLAG.stepFree) |
    flag(needs.schoolingOrDegree === true, OFFER_FLAG.schoolingOrDegree) |
    flag(isEachAtItsOwn(timetable), OFFER_FLAG.eachAtItsOwn) |
    flag(weekly.length > 0 || dated.length > 0, OFFER_FLAG.hasTimes) |
    flag(ageYears?.from !== undefined || ageYears?.to !== undefined, OFFER_FLAG.hasAges) |
    flag(kind === 'job' || kind === 'apprenticeship', OFFER_FLAG.replacesWork)
  );
}

function flag(isSet: boolean, bit: number): number {
  return isSet ? bit : 0;
}
