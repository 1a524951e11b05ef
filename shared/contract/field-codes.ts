/**
 * What can be wrong with one field of a request, with the cure. The closed list of `errors[].code`; a code is never
 * given another meaning. The cures name no submitted value.
 */
export const FIELD_CODES = {
  'not-json': 'The body is not JSON in UTF-8: send one JSON object.',
  required: 'The field is missing: add it.',
  'unknown-field':
    'The object at the pointer has a field that is not known here: remove it or correct its name.',
  'wrong-type':
    'The value has another JSON type than documented, or is not a whole number where one is asked for.',
  'not-one-of': 'The value is none of the documented ones: use one of them, written exactly so.',
  'not-a-time': 'Write a time of day as HH:MM, 00:00 to 23:59 (24:00 only as an end).',
  'slot-empty':
    'From and to are the same time: give an end later than the start (earlier means the next day).',
  'not-a-date': 'Write an existing date as YYYY-MM-DD, years 1900 to 2200.',
  'ends-before-start': 'The end lies before the start: swap or correct the dates.',
  'not-a-postcode': 'Write a German postcode as text of five digits.',
  'postcode-unknown': 'No such postcode exists in Germany: correct it, or leave the field out.',
  'district-unknown': 'The region has no district of this id: use one of its ids, or a postcode.',
  'one-of-several': 'Give exactly one of the alternatives of this object.',
  'no-such-child': 'The number is no index into the children of this request (the first is 0).',
  'too-many': 'The list is longer than allowed: see the limit in the OpenAPI document.',
  'too-few': 'The list must not be empty: add an entry or leave the field out.',
  'out-of-range': 'The number lies outside the documented range.',
  'too-long': 'The text is longer than allowed.',
  'not-a-language': 'Write a language as a BCP 47 code such as de or en.',
  'not-an-offer-id': 'Write an offer id as the catalogue gives it: feed, colon, id.',
  'cursor-invalid': 'The cursor was not issued here or was altered: start again without a cursor.',
  'cursor-of-another-request':
    'The cursor belongs to another request: repeat that request, or start without it.',
} as const;

/** The code of one field's fault. */
export type FieldCode = keyof typeof FIELD_CODES;

/** All codes, for schemas; in the order of the table. */
export const FIELD_CODE_NAMES = [
  'not-json',
  'required',
  'unknown-field',
  'wrong-type',
  'not-one-of',
  'not-a-time',
  'slot-empty',
  'not-a-date',
  'ends-before-start',
  'not-a-postcode',
  'postcode-unknown',
  'district-unknown',
  'one-of-several',
  'no-such-child',
  'too-many',
  'too-few',
  'out-of-range',
  'too-long',
  'not-a-language',
  'not-an-offer-id',
  'cursor-invalid',
  'cursor-of-another-request',
] as const satisfies readonly FieldCode[];

/** Whether a text is one of the codes. */
export function isFieldCode(text: unknown): text is FieldCode {
  return typeof text === 'string' && Object.hasOwn(FIELD_CODES, text);
}
