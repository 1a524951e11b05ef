import type { SupplementFacts } from '../../domain/offer/supplement.ts';
import type { Slot } from '../../domain/time/slot.ts';
import { readAmount } from '../read-amount.ts';
import { CHILDCARE_WORDS, type Column } from './columns.ts';
import type { Fault } from './faults.ts';

/** The cells of the first row of an offer. */
export type CareCells = { readonly row: number; readonly cell: (column: Column) => string | undefined };

type Report = (fault: Fault) => void;
const ABOUT_IT = ['ageFrom', 'ageTo', 'carePlaces', 'careCost'] as const;

/** What the table states of childcare; it has to say whether there is any, and if it has hours of its own, which. */
export function readChildcareCells(
  { row, cell }: CareCells,
  hours: readonly Slot[],
  fault: Report,
): SupplementFacts['childcare'] | undefined {
  const written = cell('childcare')?.toLowerCase();
  const word = Object.values(CHILDCARE_WORDS).find((known) => known.toLowerCase() === written);
  const isSaid = hours.length > 0 || ABOUT_IT.some((column) => cell(column) !== undefined);
  switch (word) {
    case undefined:
      if (written !== undefined) fault({ code: 'childcare-unknown', row, column: 'childcare' });
      else if (isSaid) fault({ code: 'childcare-not-stated', row, column: 'childcare' });
      return undefined;
    case CHILDCARE_WORDS.none:
      if (isSaid) fault({ code: 'childcare-not-stated', row, column: 'childcare' });
      return 'none';
    case CHILDCARE_WORDS.during:
    case CHILDCARE_WORDS.ownHours:
      break;
  }
  const during = word === CHILDCARE_WORDS.during;
  if (!during && hours.length === 0) fault({ code: 'childcare-hours-missing', row, column: 'careDays' });
  const number = (column: Column, most: number) => {
    const text = cell(column);
    if (text === undefined) return undefined;
    const value = /^\d{1,4}(?:[.,]0+)?$/u.test(text) ? Number.parseInt(text, 10) : most + 1;
    if (value <= most) return value;
    fault({ code: 'number-unreadable', row, column });
    return undefined;
  };
  const [fromMonths, toMonths] = [number('ageFrom', 240), number('ageTo', 240)];
  const hasAges = cell('ageFrom') !== undefined || cell('ageTo') !== undefined;
  if (hasAges && !(fromMonths !== undefined && toMonths !== undefined && fromMonths <= toMonths))
    fault({ code: 'ages-reversed', row, column: 'ageFrom' });
  const free = number('carePlaces', 1000);
  const cost = cell('careCost');
  const costCents = cost === undefined ? undefined : readAmount(cost);
  if (cost !== undefined && (costCents === undefined || costCents > 100_000))
    fault({ code: 'amount-unreadable', row, column: 'careCost' });
  return {
    ...(fromMonths !== undefined && toMonths !== undefined && { ages: { fromMonths, toMonths } }),
    hours,
    during,
    ...(free !== undefined && { free }),
    ...(costCents !== undefined && { costCents }),
  };
}
