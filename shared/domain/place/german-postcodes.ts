/** All five-digit postcodes that exist in Germany, leading zeros kept. */
export type GermanPostcodes = ReadonlySet<string>;

const LINE = /^\d{2}( \d{3})+$/;

/**
 * Reads the compact list: one line for each pair of leading digits, followed by the last three digits of every code
 * (`01 067 069` is 01067 and 01069), ascending, without repeats. `undefined` when a line has another form or order.
 */
export function parseGermanPostcodes(text: string): GermanPostcodes | undefined {
  const codes = new Set<string>();
  let previous = '';
  for (const line of text.trimEnd().split('\n')) {
    if (!LINE.test(line)) return undefined;
    const [area = '', ...endings] = line.split(' ');
    for (const ending of endings) {
      const code = area + ending;
      if (code <= previous) return undefined;
      codes.add(code);
      previous = code;
    }
  }
  return codes;
}
