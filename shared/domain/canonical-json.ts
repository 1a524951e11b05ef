type JsonObject = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function inOneOrder(_name: string, value: unknown): unknown {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new RangeError('a number that JSON cannot write');
  }
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}

/**
 * The one JSON text of a plain value: members in the order of their names' code units, absent and `undefined` members
 * alike, arrays as they stand, no white space. `{b: 1, a: [2]}` gives `{"a":[2],"b":1}`. Throws RangeError on NaN and
 * infinities, which JSON would silently turn into null.
 */
export function canonicalJson(value: JsonObject | readonly unknown[]): string {
  return JSON.stringify(value, inOneOrder);
}
