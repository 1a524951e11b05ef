import type { CareGroups } from './child-request.ts';

/** Fields that are called otherwise in the form than in the contract, by the contract's pointer without numbers. */
const OTHER_NAMES: readonly (readonly [RegExp, string])[] = [
  [/^\/home$/, 'home.postcode'],
  [/^\/budgetCents$/, 'budget'],
  [/^\/(children\/\d+)(?:\/age(?:Years|Months))?$/, '$1/years'],
  [/^\/(helpers\/\d+)\/children.*$/, '$1/child'],
  [/^\/(goals|fields|support|formats|(?:helpers|busy)\/\d+\/days)\/\d+$/, '$1'],
];

const CARE = /^\/children\/(\d+)\/care\/(\d+)(?:\/hours\/(\d+))?(?:\/(.*))?$/;
/** Fields of an entry of care that are called otherwise in the form. */
const CARE_NAMES: Readonly<Record<string, string>> = {
  from: 'validFrom',
  until: 'validUntil',
  'place/postcode': 'postcode',
  place: 'postcode',
  hours: 'days',
};

function careField(pointer: string, careGroups: readonly CareGroups[]): string | undefined {
  const parts = CARE.exec(pointer);
  if (parts === null) return undefined;
  const [, child = '0', entry = '0', hours, field = ''] = parts;
  const row = careGroups[Number(child)]?.[Number(entry)]?.[Number(hours ?? '0')] ?? 0;
  const name = hours === undefined ? (CARE_NAMES[field] ?? field) : field.split('/', 1).join('');
  return `children.${child}.care.${row}.${name === '' ? 'days' : name}`;
}

/** The name of the form's field that a JSON Pointer into the request is about. */
export function fieldAt(pointer: string, careGroups: readonly CareGroups[]): string {
  const care = careField(pointer, careGroups);
  if (care !== undefined) return care;
  const [pattern, name] = OTHER_NAMES.find(([known]) => known.test(pointer)) ?? [/^\//, ''];
  return pointer.replace(pattern, name).replace(/^\//, '').replaceAll('/', '.');
}
