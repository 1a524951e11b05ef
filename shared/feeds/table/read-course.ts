import type { Offer } from '../../domain/offer/offer.ts';
import type { LocalDate } from '../../domain/time/local-date.ts';
import { cutText } from '../plain-text.ts';
import { believed, type Note } from './believed-cells.ts';
import { convertSet } from './convert-set.ts';
import { convertLine } from './convert-text.ts';
import { convertChoice, convertDay, convertInteger, convertYesNo } from './convert.ts';
import { readChildcare } from './read-childcare.ts';
import { readCost } from './read-cost.ts';
import { readTimes } from './read-times.ts';
import type { CourseTableMap } from './table-map.schema.ts';
import type { ColumnAt, TableRow } from './table-row.ts';

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
  readonly validUntil: LocalDate | undefined;
};

/** Reads a course. What cannot be believed is left out and noted; nothing is taken for a yes that is not said. */
export function readCourse(
  map: CourseTableMap,
  at: ColumnAt,
): (row: TableRow, today: LocalDate, note: Note) => ReadCourse {
  const [textOf, timesOf] = [convertLine(map.timesText, at), readTimes(map.times, at)];
  const [leadsToOf, teachesOf] = [convertChoice(map.leadsTo, at), convertChoice(map.teaches, at)];
  const [registerByOf, validUntilOf] = [convertDay(map.registerBy, at), convertDay(map.validUntil, at)];
  const [totalOf, freeOf] = [convertInteger(map.total, at), convertInteger(map.free, at)];
  const [costOf, childcareOf, needsOf] = [
    readCost(map, at),
    readChildcare(map.childcare, at),
    readNeeds(map, at),
  ];
  const [onlineIn, rollingIn] = [convertYesNo(map.online, at), convertYesNo(map.rolling, at)];
  const [goalsOf, fieldsOf] = [convertSet(map.goals, at), convertSet(map.fields, at)];
  const [fundingOf, languagesOf] = [convertSet(map.funding, at), convertSet(map.languages, at)];
  return (row, today, note) => {
    const timetable = timesOf(row, today, cutText(textOf(row), 1000), note);
    const leadsTo = leadsToOf(row);
    const registerBy = believed(registerByOf(row, today), note, 'date-invalid', 'registerBy');
    const validUntil = believed(validUntilOf(row, today), note, 'date-invalid', 'validUntil');
    const total = believed(totalOf(row), note, 'number-invalid', 'total');
    const stated = believed(freeOf(row), note, 'number-invalid', 'free');
    const isTooMany = stated !== undefined && total !== undefined && stated > total;
    if (isTooMany) note('free-above-total', 'free');
    const free = isTooMany ? undefined : stated;
    const teaches = teachesOf(row);
    const cost = costOf(row, note);
    const childcare = childcareOf(row, note);
    return {
      offer: {
        goals: goalsOf(row),
        fields: fieldsOf(row),
        ...(leadsTo && { leadsTo }),
        online: believed(onlineIn(row), note, 'word-unknown', 'online') ?? false,
        timetable,
        rolling: believed(rollingIn(row), note, 'word-unknown', 'rolling') ?? false,
        ...(registerBy !== undefined && { registerBy }),
        ...((free ?? total) !== undefined && {
          seats: { ...(free !== undefined && { free }), ...(total !== undefined && { total }) },
        }),
        ...(teaches && { teaches: { german: { to: teaches } } }),
        needs: needsOf(row, note),
        ...(childcare && { childcare }),
        ...(cost && { cost }),
        funding: fundingOf(row),
        languages: languagesOf(row),
      },
      validUntil: validUntil ?? timetable.last,
    };
  };
}

function readNeeds(
  { needs, ageYears }: CourseTableMap,
  at: ColumnAt,
): (row: TableRow, note: Note) => Offer['needs'] {
  const [germanOf, audiencesOf] = [convertChoice(needs.german, at), convertSet(needs.audiences, at)];
  const [fromOf, toOf] = [convertInteger(ageYears?.from, at), convertInteger(ageYears?.to, at)];
  return (row, note) => {
    const german = germanOf(row);
    const audiences = audiencesOf(row);
    const from = believed(fromOf(row), note, 'number-invalid', 'ageYears.from');
    const to = believed(toOf(row), note, 'number-invalid', 'ageYears.to');
    const ages = { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
    return {
      ...(german && { german }),
      ...(audiences.length > 0 && { audiences }),
      ...(Object.keys(ages).length > 0 && { ageYears: ages }),
    };
  };
}
