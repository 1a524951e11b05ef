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
  'out-of-range': 'The number lies outside its range, which allowed names where it is fixed.',
  'too-long': 'The text is longer than allowed.',
  'not-a-language': 'Write a language as a BCP 47 code such as de or en.',
  'not-an-offer-id': 'Write an offer id as the catalogue gives it: feed, colon, id.',
  'cursor-invalid': 'The cursor was not issued here or was altered: start again without a cursor.',
  'cursor-of-another-request':
    'The cursor belongs to another request: repeat that request, or start without it.',
  'not-a-path-id': 'The id in the body is not that of the path: write the same, or leave the feed out of it.',
  'care-and-kind-differ': 'Give care exactly where kind is childcare.',
  'no-such-place': 'A session names a place by its index into places (the first is 0): add it or correct it.',
  'point-and-precision-differ':
    'A point belongs to the precisions street, postcode and district, and to no other: add or leave out the point.',
  'sample-refused': 'Made-up offers are not taken from partners: leave the field out.',
  'text-garbled': 'A text was written in another encoding than UTF-8: send it again as UTF-8.',
  'record-is-test': 'Title, provider or street are those of a test record: send real ones.',
  'record-ended': 'The last day of the offer is over: correct its dates.',
  'not-an-idempotency-key':
    'Write the key as 1 to 64 visible ASCII characters in double quotes, a new one for each new request.',
  'only-of-offers':
    'The parameter belongs to files of offers; this key allows tables of supplements: leave it out.',
  'not-a-sha256': 'Write the SHA-256 of the file as 64 lower-case hexadecimal digits.',
  'only-of-tables': 'A column map belongs to the format table: leave one of the two out.',
} as const;

/** The code of one field's fault. */
export type FieldCode = keyof typeof FIELD_CODES;

/** Codes that only what partners send can have; no form gives them. */
export const PARTNER_CODES = [
  'not-a-path-id',
  'care-and-kind-differ',
  'no-such-place',
  'point-and-precision-differ',
  'sample-refused',
  'text-garbled',
  'record-is-test',
  'record-ended',
  'not-an-idempotency-key',
  'only-of-offers',
  'not-a-sha256',
  'only-of-tables',
] as const satisfies readonly FieldCode[];

/** A code of what partners send. */
export type PartnerCode = (typeof PARTNER_CODES)[number];

/** Whether a code is one of what partners send. */
export function isPartnerCode(code: FieldCode): code is PartnerCode {
  return PARTNER_CODES.some((known) => known === code);
}

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
  ...PARTNER_CODES,
] as const satisfies readonly FieldCode[];

/** Whether a text is one of the codes. */
export function isFieldCode(text: unknown): text is FieldCode {
  return typeof text === 'string' && Object.hasOwn(FIELD_CODES, text);
}
