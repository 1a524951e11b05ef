/** The lists of the form whose entries are added and removed; `children.care` are lists within a child. */
export type RowList = 'children' | 'helpers' | 'busy' | `children.${number}.care`;

/** Every kind of field of the form: its name without the numbers of rows. */
export const FORM_FIELDS = [
  'goals',
  'fields',
  'home.postcode',
  'home.district',
  'travel.by',
  'travel.maxMinutes',
  'children.years',
  'children.months',
  'children.unbornMonths',
  'children.noCare',
  'children.schoolFrom',
  'children.searchingSince',
  'children.needsCare',
  'children.goesAlone',
  'children.care.kind',
  'children.care.days',
  'children.care.from',
  'children.care.to',
  'children.care.postcode',
  'children.care.validFrom',
  'children.care.validUntil',
  'children.care.holidays',
  'helpers.days',
  'helpers.from',
  'helpers.to',
  'helpers.every',
  'helpers.child',
  'noBusy',
  'busy.days',
  'busy.from',
  'busy.to',
  'busy.why',
  'busy.varies',
  'work.hoursPerWeek',
  'work.wantedHoursPerWeek',
  'work.travelMinutes',
  'work.saturdays',
  'work.sinceMonths',
  'work.employees',
  'work.bridgePartTime',
  'work.parentalLeaveUntil',
  'german',
  'schooling',
  'degree',
  'workedYears',
  'age',
  'audiences.women',
  'audiences.single-parents',
  'audiences.parents',
  'audiences.migrants',
  'audiences.jobseekers',
  'audiences.jobcenter-customers',
  'audiences.employees',
  'audiences.under-25',
  'audiences.youth',
  'audiences.older',
  'audiences.people-with-disabilities',
  'audiences.literacy-learners',
  'audiences.children',
  'support',
  'from',
  'until',
  'formats',
  'stepFree',
  'budget',
  'levers',
] as const;
export type FormField = (typeof FORM_FIELDS)[number];

const KINDS: ReadonlySet<string> = new Set(FORM_FIELDS);

function isFormField(kind: string): kind is FormField {
  return KINDS.has(kind);
}

/** `children.1.care.0.from` to `children.care.from`; `undefined` for what is no field of the form. */
export function formFieldOf(name: string): FormField | undefined {
  const kind = name.replaceAll(/\.\d{1,2}(?=\.|$)/g, '');
  return isFormField(kind) ? kind : undefined;
}

/** The numbers of rows in a name, outermost first: `children.1.care.0.from` has 1 and 0. */
export function rowNumbersOf(name: string): readonly number[] {
  return [...name.matchAll(/\.(\d{1,2})(?=\.|$)/g)].map(([, digits]) => Number(digits));
}

/** What a number may be, both ends included, as the contract has it; shown beside the field and in its error. */
export const NUMBER_RANGES: Readonly<Partial<Record<FormField, readonly [number, number]>>> = {
  'travel.maxMinutes': [5, 240],
  'children.years': [0, 17],
  'children.months': [0, 11],
  'children.unbornMonths': [1, 10],
  'work.hoursPerWeek': [0, 80],
  'work.wantedHoursPerWeek': [1, 80],
  'work.travelMinutes': [0, 240],
  'work.sinceMonths': [0, 720],
  workedYears: [0, 60],
  age: [10, 100],
  budget: [0, 100_000],
};
