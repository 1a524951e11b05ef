import type { Offer } from '../../domain/offer/offer.ts';
import type { LocalDate } from '../../domain/time/local-date.ts';
import type { Notice, RecordPlace } from '../notice.ts';
import { cutText, plainLine } from '../plain-text.ts';
import { believedCells, type BelievedCells } from './believed-cells.ts';
import { convertSet } from './convert-set.ts';
import { convertChoice, convertDay, convertInteger, convertText, convertYesNo } from './convert.ts';
import { readChildcare } from './read-childcare.ts';
import { readCost } from './read-cost.ts';
import { readTimes } from './read-times.ts';
import type { CourseTableMap } from './table-map.schema.ts';
import type { TableRow } from './table-row.ts';

/** What the row of a list of courses says beside the parts that every list has. */
export type ReadCourse = {
  readonly offer: Pick<
    Offer,
    | 'goals'
    | 'fields'
    | 'leadsTo'
    | 'online'
    | 'timetable'
    | 'rolling'
    | 'registerBy'
    | 'seats'
    | 'teaches'
    | 'needs'
    | 'childcare'
    | 'cost'
    | 'funding'
    | 'languages'
  >;
  readonly validUntil?: LocalDate;
  readonly notices: readonly Notice[];
};

/** The course of a row. What cannot be believed is left out with a notice; nothing is taken for a yes that is not said. */
export function readCourse(
  row: TableRow,
  map: CourseTableMap,
  today: LocalDate,
  record: RecordPlace,
): ReadCourse {
  const { notices, note, believed } = believedCells(record);
  const text = cutText(plainLine(convertText(map.timesText, row) ?? ''), 1000);
  const timetable = readTimes(map.times, row, today, text, note);
  const leadsTo = map.leadsTo && convertChoice(map.leadsTo, row);
  const registerBy = believed(convertDay(map.registerBy, row, today), 'date-invalid', 'registerBy');
  const validUntil = believed(convertDay(map.validUntil, row, today), 'date-invalid', 'validUntil');
  const total = believed(convertInteger(map.total, row), 'number-invalid', 'total');
  const stated = believed(convertInteger(map.free, row), 'number-invalid', 'free');
  const isTooMany = stated !== undefined && total !== undefined && stated > total;
  if (isTooMany) note('free-above-total', 'free');
  const free = isTooMany ? undefined : stated;
  const teaches = map.teaches && convertChoice(map.teaches, row);
  const cost = readCost(map, row, note);
  const childcare = readChildcare(map.childcare, row, note);
  const shownUntil = validUntil ?? timetable.last;
  return {
    offer: {
      goals: convertSet(map.goals, row),
      fields: convertSet(map.fields, row),
      ...(leadsTo && { leadsTo }),
      online: believed(convertYesNo(map.online, row), 'word-unknown', 'online') ?? false,
      timetable,
      rolling: believed(convertYesNo(map.rolling, row), 'word-unknown', 'rolling') ?? false,
      ...(registerBy !== undefined && { registerBy }),
      ...((free ?? total) !== undefined && {
        seats: { ...(free !== undefined && { free }), ...(total !== undefined && { total }) },
      }),
      ...(teaches && { teaches: { german: { to: teaches } } }),
      needs: needsOf(map, row, believed),
      ...(childcare && { childcare }),
      ...(cost && { cost }),
      funding: convertSet(map.funding, row),
      languages: convertSet(map.languages, row),
    },
    ...(shownUntil !== undefined && { validUntil: shownUntil }),
    notices,
  };
}

type Believed = BelievedCells['believed'];

function needsOf({ needs, ageYears }: CourseTableMap, row: TableRow, believed: Believed): Offer['needs'] {
  const german = needs.german && convertChoice(needs.german, row);
  const audiences = convertSet(needs.audiences, row);
  const from = believed(convertInteger(ageYears?.from, row), 'number-invalid', 'ageYears.from');
  const to = believed(convertInteger(ageYears?.to, row), 'number-invalid', 'ageYears.to');
  const ages = { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
  return {
    ...(german && { german }),
    ...(audiences.length > 0 && { audiences }),
    ...(Object.keys(ages).length > 0 && { ageYears: ages }),
  };
}
