import type { CatalogueOffer } from '../../offer/catalogue.ts';
import { GERMAN_LEVELS, germanLevelAbove, type GermanLevel } from '../../offer/german-level.ts';
import { AUDIENCES, DAY_PARTS, FIELDS, GOALS, OFFER_KINDS, type DayPart } from '../../offer/terms.ts';
import { DEGREES_ASCENDING, SCHOOLINGS_ASCENDING } from '../criteria/qualification.ts';
import { askedNumber, type AskedNumbers } from './asked-number.ts';
import { nextRow, type GrowingTable } from './growing-table.ts';
import type { OfferColumns } from './segment-shapes.ts';
import { NO_DATE, NONE, OFFER_FLAG } from './segment.ts';

/** Rows of other tables that belong to an offer, and what they say of it; `placesEnd`: how many entries the list of places has with its own. */
export type OfferRows = {
  readonly schedule: number;
  readonly isEachAtItsOwn: boolean;
  readonly childcare: number;
  readonly group: number;
  readonly placesEnd: number;
};

/** Adds the next offer of a segment. `asked`: what the offers before it ask for. */
export function addOffer(
  table: GrowingTable<OfferColumns>,
  asked: AskedNumbers,
  offer: CatalogueOffer,
  rows: OfferRows,
): void {
  const row = nextRow(table);
  const { columns } = table;
  const { needs, hours, growth } = offer;
  columns.kind[row] = OFFER_KINDS.indexOf(offer.kind);
  columns.goals[row] = maskOf(GOALS, offer.goals);
  columns.fields[row] = maskOf(FIELDS, offer.fields);
  columns.audiences[row] = maskOf(AUDIENCES, needs.audiences ?? []);
  columns.flags[row] = flagsOf(offer, rows.isEachAtItsOwn);
  columns.validUntil[row] = offer.freshness.validUntil ?? NO_DATE;
  columns.registerBy[row] = offer.registerBy ?? NO_DATE;
  columns.needsGerman[row] = levelRow(needs.german);
  const taught = taughtLevels(offer);
  columns.teachEntry[row] = levelRow(taught?.entry);
  columns.teachTo[row] = levelRow(taught?.to);
  columns.schooling[row] =
    needs.schooling === undefined ? NONE : SCHOOLINGS_ASCENDING.indexOf(needs.schooling);
  columns.degree[row] = needs.degree === undefined ? NONE : DEGREES_ASCENDING.indexOf(needs.degree);
  columns.ageFrom[row] = needs.ageYears?.from ?? -32768;
  columns.ageTo[row] = needs.ageYears?.to ?? 32767;
  columns.seatsFree[row] = offer.seats?.free ?? NONE;
  columns.costCents[row] = offer.cost?.cents ?? NONE;
  columns.hoursMin[row] = hours?.min ?? Number.NaN;
  columns.hoursMax[row] = hours?.max ?? Number.NaN;
  columns.growthTo[row] = growth?.certainty === 'stated' ? growth.toHours : 0;
  columns.selfPaced[row] = offer.timetable.selfPaced?.hoursPerWeek ?? 0;
  columns.dayParts[row] = packedParts(offer.dayParts ?? []);
  columns.schedule[row] = rows.schedule;
  columns.childcare[row] = rows.childcare;
  columns.group[row] = rows.group;
  columns.placesFrom[row + 1] = rows.placesEnd;
  columns.asked[row] = askedNumber(asked, columns, row);
}

/** One bit for each chosen term, by its place in the closed set. */
export function maskOf<Term extends string>(terms: readonly Term[], chosen: readonly Term[]): number {
  let mask = 0;
  for (const term of chosen) mask |= 1 << terms.indexOf(term);
  return mask;
}

function packedParts(parts: readonly DayPart[]): number {
  return parts.reduce((packed, part, at) => packed | ((1 + DAY_PARTS.indexOf(part)) << (3 * at)), 0);
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

function flagsOf(offer: CatalogueOffer, isEachAtItsOwn: boolean): number {
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
    flag(isEachAtItsOwn, OFFER_FLAG.eachAtItsOwn) |
    flag(weekly.length > 0 || dated.length > 0, OFFER_FLAG.hasTimes) |
    flag(ageYears?.from !== undefined || ageYears?.to !== undefined, OFFER_FLAG.hasAges) |
    flag(kind === 'job' || kind === 'apprenticeship', OFFER_FLAG.replacesWork)
  );
}

function flag(isSet: boolean, bit: number): number {
  return isSet ? bit : 0;
}
