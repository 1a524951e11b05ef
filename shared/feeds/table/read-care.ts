import type { AgeRangeMonths, CareOffer } from '../../domain/offer/offer.ts';
import type { CareKind } from '../../domain/offer/terms.ts';
import type { Slot } from '../../domain/time/slot.ts';
import type { OfferContext } from '../feed-format.ts';
import type { NoticeCode } from '../notice-catalogue.ts';
import type { Notice, RecordPlace } from '../notice.ts';
import { plainLine } from '../plain-text.ts';
import { believedCells } from './believed-cells.ts';
import { convertHours } from './convert-hours.ts';
import { convertBookedHours, convertDay, convertInteger, convertText, convertYesNo } from './convert.ts';
import { readAges } from './read-ages.ts';
import type { CareTableMap } from './table-map.schema.ts';
import type { TableRow } from './table-row.ts';

/** What a row says of childcare. `places` is how many there are in all, free or not. */
export type ReadCare = {
  readonly care: CareOffer;
  readonly places?: number;
  readonly notices: readonly Notice[];
};

/** The childcare of a row of the given kind. What cannot be believed is left out with a notice; free places are never guessed. */
export function readCare(
  kind: CareKind,
  row: TableRow,
  map: CareTableMap['care'],
  { today }: Pick<OfferContext, 'today'>,
  record: RecordPlace,
): ReadCare {
  const { notices, note, believed } = believedCells(record);
  const ages: AgeRangeMonths | undefined = readAges(map.ages, row, note);
  const places = believed(convertInteger(map.places, row), 'number-invalid', 'care.places');
  const stated = believed(convertInteger(map.free, row), 'number-invalid', 'care.free');
  const isTooMany = stated !== undefined && places !== undefined && stated > places;
  if (isTooMany) note('free-above-total', 'care.free');
  const free = isTooMany ? undefined : stated;
  const asOf = believed(convertDay(map.asOf, row, today), 'date-invalid', 'care.asOf');
  const isAhead = asOf !== undefined && asOf > today;
  if (isAhead) note('date-invalid', 'care.asOf');
  const fetches = believed(convertYesNo(map.fetches, row), 'word-unknown', 'care.fetches');
  const closures = plainLine(convertText(map.closures, row) ?? '');
  return {
    care: {
      kind,
      ...(ages && { ages }),
      openings: readOpenings(map.openings, row, note),
      bookedHours: convertBookedHours(map.bookedHours, row),
      ...(free !== undefined && { free }),
      ...(free !== undefined && asOf !== undefined && !isAhead && { asOf }),
      ...(closures !== '' && { closures }),
      fetches: fetches ?? false,
    },
    ...(places !== undefined && { places }),
    notices,
  };
}

function readOpenings(
  openings: CareTableMap['care']['openings'],
  row: TableRow,
  note: (code: NoticeCode, field: string) => void,
): readonly Slot[] {
  return openings.flatMap(({ days, hours }, index) => {
    const read = convertHours(hours, row);
    const field = `care.openings.${String(index)}`;
    switch (read) {
      case 'empty':
        return [];
      case 'unreadable':
      case 'impossible':
        note('hours-invalid', field);
        return [];
      case 'placeholder':
        note('hours-placeholder', field);
        return [];
      default:
        return [{ days, ...read }];
    }
  });
}
