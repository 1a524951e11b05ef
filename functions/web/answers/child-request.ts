import { answerTo, answersTo, rowsOf, type Answers } from './answers.ts';
import { answeredOnly } from './answered-only.ts';
import type { FormFault } from './form-fault.ts';
import { readClock, readDate, readNumber, readYesNo } from './read-text.ts';

/** Rows of care by the entry they make, in order: rows that only differ in days and hours are one entry with several hours. */
export type CareGroups = readonly (readonly number[])[];

type Name = `children.${number}`;

/** The fields in which rows of one entry are the same. */
const SHARED = ['kind', 'postcode', 'validFrom', 'validUntil', 'holidays'] as const;

function groupRows(answers: Answers, name: Name): CareGroups {
  const groups = new Map<string, readonly number[]>();
  for (const row of rowsOf(answers, `${name}.care`)) {
    const key = JSON.stringify(SHARED.map((field) => answerTo(answers, `${name}.care.${row}.${field}`)));
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()];
}

/** The window of a row: days, from, to; what is not filled in is absent, so that the schema asks for it. */
export function slotRequest(answers: Answers, row: string): Record<string, unknown> {
  return {
    days: answersTo(answers, `${row}.days`),
    ...answeredOnly({
      from: readClock(answerTo(answers, `${row}.from`)),
      to: readClock(answerTo(answers, `${row}.to`)),
    }),
  };
}

function careRequest(answers: Answers, name: Name, rows: readonly number[]): unknown {
  const first = `${name}.care.${rows[0] ?? 0}`;
  const postcode = answerTo(answers, `${first}.postcode`).replaceAll(' ', '');
  return answeredOnly({
    kind: answerTo(answers, `${first}.kind`) || undefined,
    hours: rows.map((row) => slotRequest(answers, `${name}.care.${row}`)),
    place: postcode === '' ? undefined : { postcode },
    from: readDate(answerTo(answers, `${first}.validFrom`)),
    until: readDate(answerTo(answers, `${first}.validUntil`)),
    holidays: answerTo(answers, `${first}.holidays`) !== '',
  });
}

function ageRequest(answers: Answers, name: Name): Record<string, unknown> {
  const read = (field: string) => readNumber(answerTo(answers, `${name}.${field}`));
  const [years, months, unborn] = [read('years'), read('months'), read('unbornMonths')];
  if (unborn !== undefined) {
    return { ageMonths: typeof unborn === 'number' ? -unborn : unborn, ...answeredOnly({ ageYears: years }) };
  }
  const isExact = typeof months === 'number' && typeof years !== 'string';
  return answeredOnly(isExact ? { ageMonths: (years ?? 0) * 12 + months } : { ageYears: years }) ?? {};
}

/** One child as the request has it, its own faults, and which rows made which entry of care. */
export function childRequest(
  answers: Answers,
  child: number,
): { readonly request: unknown; readonly faults: readonly FormFault[]; readonly groups: CareGroups } {
  const name: Name = `children.${child}`;
  const groups = groupRows(answers, name);
  const isNone = answerTo(answers, `${name}.noCare`) !== '';
  const months = readNumber(answerTo(answers, `${name}.months`));
  const isNoMonth = months !== undefined && !(typeof months === 'number' && months >= 0 && months <= 11);
  const care = groups.map((rows) => careRequest(answers, name, rows));
  return {
    request: {
      ...ageRequest(answers, name),
      ...answeredOnly({
        care: isNone ? [] : care.length === 0 ? undefined : care,
        schoolFrom: readDate(answerTo(answers, `${name}.schoolFrom`)),
        needsCare: readYesNo(answerTo(answers, `${name}.needsCare`)),
        goesAlone: answerTo(answers, `${name}.goesAlone`) !== '',
        searchingSince: readDate(answerTo(answers, `${name}.searchingSince`)),
      }),
    },
    faults: [
      ...(isNoMonth ? [{ name: `${name}.months`, code: 'out-of-range' as const }] : []),
      ...(isNone && care.length > 0 ? [{ name: `${name}.noCare`, code: 'none-and-other' as const }] : []),
    ],
    groups,
  };
}
