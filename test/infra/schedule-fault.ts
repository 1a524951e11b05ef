const FIELDS = [
  { name: 'minute', from: 0, to: 59 },
  { name: 'hour', from: 0, to: 23 },
  { name: 'day of the month', from: 1, to: 31 },
  { name: 'month', from: 1, to: 12 },
  { name: 'day of the week', from: 1, to: 7 },
  { name: 'year', from: 1970, to: 2199 },
] as const;

/**
 * What is wrong with a daily schedule, `undefined` when nothing is: neither the template linter nor the emulator looks at
 * expression and zone. Numbers, lists, ranges, steps, `*` and `?` are understood; names of days are not, and not needed.
 */
export function scheduleFault(expression: string, zone: string): string | undefined {
  if (!Intl.supportedValuesOf('timeZone').includes(zone)) return 'no such time zone';
  const fields = /^cron\((.*)\)$/.exec(expression)?.[1]?.split(' ') ?? [];
  if (fields.length !== FIELDS.length) return 'not cron(minute hour day month weekday year)';
  if ((fields[2] === '?') === (fields[4] === '?')) return 'one of day and weekday is ?';
  const wrong = FIELDS.find(({ from, to }, at) => !isField(fields[at] ?? '', from, to));
  return wrong && `wrong ${wrong.name}`;
}

function isField(text: string, from: number, to: number): boolean {
  return text.split(',').every((part) => {
    const [, range = '', step = '1'] = /^([^/]+)(?:\/(\d+))?$/.exec(part) ?? [];
    if (Number(step) < 1) return false;
    if (range === '*' || range === '?') return true;
    const ends = range.split('-').map((end) => (/^\d+$/.test(end) ? Number(end) : NaN));
    const [first = NaN, last = first] = ends;
    return ends.length <= 2 && first >= from && last <= to && first <= last;
  });
}
