import { marked, placeAt } from './sample-places.ts';

/**
 * An offer of the sample on one line: `id | title | provider | where | goals | fields | when | first..last | facts | text`.
 * Where: spots, `online`, `city` or `-`. When: `mo,tu 08:00-12:00; #vocational-school`, `parts shift`, `self 6`, `?`.
 * Facts: `hours=20-25; german=B1`, see FACTS. Empty columns are not known.
 */
export type OfferLine = string;

type Facts = ReadonlyMap<string, string>;

const DAYS = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'];

/** What each fact of a line becomes in the contract's shape. */
const FACTS: Readonly<Record<string, (value: string) => object>> = {
  hours: (value) => ({ hours: { min: numberAt(value, 0), max: numberAt(value, 1) } }),
  grow: (value) => ({
    growth: { toHours: numberAt(value, 0), withinMonths: numberAt(value, 1), certainty: 'stated' },
  }),
  growText: (value) => ({ growth: { toHours: Number(value), certainty: 'read-from-text' } }),
  pay: (value) => ({ pay: { fromCents: numberAt(value, 0), toCents: numberAt(value, 1), per: 'hour' } }),
  month: (value) => ({ pay: { fromCents: Number(value), per: 'month' } }),
  seats: (value) => ({ seats: { free: numberAt(value, 0), total: numberAt(value, 1) } }),
  teaches: (value) => ({ teaches: { german: { from: value.split('-')[0], to: value.split('-')[1] } } }),
  cost: (value) => ({ cost: value === '0' ? { cents: 0, free: true } : { cents: Number(value) } }),
  funding: (value) => ({ funding: value.split(',') }),
  occupation: (value) => ({ occupation: value }),
  leadsTo: (value) => ({ leadsTo: value }),
  stepFree: (value) => ({ access: { stepFree: value === 'yes' } }),
  registerBy: (value) => ({ registerBy: value }),
  course: (value) => ({ course: value }),
  languages: (value) => ({ languages: value.split(',') }),
  absence: (value) => ({ absence: value }),
  childcare: (value) => ({ childcare: childcareOf(value) }),
};

/** Facts that are asked of people. */
const NEEDS: Readonly<Record<string, (value: string) => object>> = {
  german: (value) => ({ german: value }),
  schooling: (value) => ({ schooling: value }),
  degree: (value) => ({ degree: value }),
  either: () => ({ schoolingOrDegree: true }),
  audiences: (value) => ({ audiences: value.split(',') }),
  ageTo: (value) => ({ ageYears: { to: Number(value) } }),
};

function numberAt(value: string, index: number): number {
  return Number(value.split('-')[index]);
}

/** `during 12-71 6`, `08:00-13:00 24-83 ?`, `text`: how it runs, ages in months, free places. */
function childcareOf(value: string): object {
  if (value === 'text') return { during: false, certainty: 'read-from-text' };
  const [runs = '', ages = '?', free = '?'] = value.split(' ');
  const [from, to] = runs.split('-');
  return {
    during: runs === 'during',
    ...(runs !== 'during' && runs !== '?' && { hours: [{ days: DAYS.slice(0, 5), from, to }] }),
    ...(ages !== '?' && { ages: { fromMonths: numberAt(ages, 0), toMonths: numberAt(ages, 1) } }),
    ...(free !== '?' && { free: Number(free) }),
    costCents: 0,
    certainty: 'stated',
  };
}

function daysOf(text: string): readonly string[] {
  const [first = '', last] = text.split('..');
  return last === undefined ? text.split(',') : DAYS.slice(DAYS.indexOf(first), DAYS.indexOf(last) + 1);
}

function slotOf(words: readonly string[]): object {
  const marks = new Set(words.slice(0, -2));
  const [days = '', hours = ''] = words.slice(-2);
  const [from, to] = hours.split('-');
  return {
    days: daysOf(days),
    from,
    to,
    ...(marks.has('core') && { core: true }),
    ...(marks.has('online') && { online: true }),
  };
}

function timesOf(when: string, range: string, facts: Facts): object {
  const parts = when.split(';').map((part) => part.trim());
  const missing = parts.filter((part) => part.startsWith('#')).map((part) => part.slice(1));
  const slots = parts.filter((part) => /\d{2}:\d{2}/.test(part)).map((part) => slotOf(part.split(' ')));
  const self = parts.find((part) => part.startsWith('self '));
  const dayParts = parts.find((part) => part.startsWith('parts '));
  const isUnknown = slots.length === 0 && self === undefined;
  const [first = '', last = ''] = range === 'rolling' ? [] : range.split('..');
  return {
    timetable: {
      weekly: slots,
      ...(first !== '' && { first }),
      ...(last !== '' && { last }),
      ...(self !== undefined && { selfPaced: { hoursPerWeek: Number(self.slice(5)) } }),
      ...(facts.has('times') && { text: facts.get('times') }),
      certainty: facts.has('fromText') ? 'read-from-text' : 'stated',
      complete: !isUnknown && missing.length === 0,
      missing: isUnknown && missing.length === 0 ? ['session-times'] : missing,
    },
    rolling: range === 'rolling',
    ...(dayParts !== undefined && { dayParts: dayParts.slice(6).split(',') }),
    ...provenanceOf(facts),
  };
}

function provenanceOf(facts: Facts): object {
  const fromText = [
    ...(facts.has('fromText') ? ['timetable'] : []),
    ...(facts.get('childcare') === 'text' ? ['childcare'] : []),
    ...(facts.has('growText') ? ['growth'] : []),
  ];
  return fromText.length === 0 ? {} : { provenance: fromText.map((fact) => ({ fact, from: 'text' })) };
}

function placesOf(where: string): { readonly places: readonly object[]; readonly online: boolean } {
  const spots = where.split(',').map((spot) => spot.trim());
  const places = spots
    .filter((spot) => spot.includes('/'))
    .map((spot) => ({ ...placeAt(spot), precision: 'street' }));
  return {
    places: spots.includes('city') ? [{ city: 'Dortmund', precision: 'city' }] : places,
    online: spots.includes('online'),
  };
}

/** The offer of a line, in the shape of the contract; throws when the line says something that has no meaning here. */
export function offerOfLine(kind: 'apprenticeship' | 'job' | 'course' | 'advice', line: OfferLine): object {
  const cells = line.split('|').map((cell) => cell.trim());
  if (cells.length !== 10) throw new Error(`not ten columns: ${line}`);
  const [
    id = '',
    title = '',
    provider = '',
    where = '',
    goals = '',
    fields = '',
    when = '',
    range = '',
    said = '',
    text = '',
  ] = cells;
  const facts: Facts = new Map(
    said
      .split(';')
      .map((fact) => fact.trim())
      .filter((fact) => fact !== '')
      .map((fact) => [fact.split('=')[0] ?? '', fact.split('=').slice(1).join('=')] as const),
  );
  const known = new Set([...Object.keys(FACTS), ...Object.keys(NEEDS), 'times', 'fromText']);
  const unknown = [...facts.keys()].find((name) => !known.has(name));
  if (unknown !== undefined) throw new Error(`${id} says ${unknown}`);
  const partsOf = (table: typeof FACTS) =>
    [...facts]
      .map(([name, value]) => table[name]?.(value) ?? {})
      .reduce((all, part) => ({ ...all, ...part }), {});
  return {
    id,
    kind,
    goals: goals.split(',').filter((goal) => goal !== ''),
    fields: fields.split(',').filter((field) => field !== ''),
    title: marked(title),
    ...(text !== '' && { summary: text }),
    provider: { name: marked(provider) },
    ...placesOf(where),
    ...timesOf(when, range, facts),
    needs: partsOf(NEEDS),
    ...partsOf(FACTS),
  };
}
