import type { Place } from '../domain/place/place.ts';
import type { Region } from '../domain/place/region.ts';
import { failed, ok, type Result } from '../domain/result.ts';
import type { CareEntry, Child, ChildAge, Situation } from '../domain/situation/situation.ts';
import type { CareEntryText, ChildText } from './child-values.ts';
import { pointerOf, type FieldError } from './field-errors.ts';
import type { SituationText } from './match-request.ts';
import type { PlaceText } from './place-values.ts';
import { withoutUndefined } from './without-undefined.ts';

/** What looking up a person's places takes: the region and whether a five-digit postcode exists in Germany. */
export type PlaceLookup = {
  readonly region: Pick<Region, 'postcodes' | 'districts'>;
  readonly postcodeExists: (postcode: string) => boolean;
};

/** Takes notes of places that do not exist while a situation is mapped. */
type Mapping = { readonly lookup: PlaceLookup; readonly note: (error: FieldError) => void };

const NOWHERE: Place = { precision: 'none' };

function postcodePlace({ lookup, note }: Mapping, postcode: string, path: readonly PropertyKey[]): Place {
  const point = lookup.region.postcodes.get(postcode);
  if (point !== undefined) return { postcode, point, precision: 'postcode' };
  if (!lookup.postcodeExists(postcode))
    note({ pointer: pointerOf([...path, 'postcode']), code: 'postcode-unknown' });
  return { postcode, precision: 'none' };
}

function districtPlace({ lookup, note }: Mapping, district: string, path: readonly PropertyKey[]): Place {
  const known = lookup.region.districts.get(district);
  if (known !== undefined) return { district, point: known.point, precision: 'district' };
  note({ pointer: pointerOf([...path, 'district']), code: 'district-unknown' });
  return NOWHERE;
}

function toPlace(mapping: Mapping, text: PlaceText, path: readonly PropertyKey[]): Place {
  if (text.postcode !== undefined) return postcodePlace(mapping, text.postcode, path);
  if (text.district !== undefined) return districtPlace(mapping, text.district, path);
  return text.point === undefined ? NOWHERE : { point: text.point, precision: 'street' };
}

function toCareEntry(mapping: Mapping, entry: CareEntryText, path: readonly PropertyKey[]): CareEntry {
  const { place, ...rest } = entry;
  return withoutUndefined({ ...rest, place: place && toPlace(mapping, place, [...path, 'place']) });
}

function toAge(child: ChildText): ChildAge | undefined {
  if (child.ageMonths !== undefined) return { months: child.ageMonths };
  return child.ageYears === undefined ? undefined : { years: child.ageYears };
}

function toChild(mapping: Mapping, child: ChildText, index: number): Child {
  const { care, schoolFrom, needsCare, goesAlone, searchingSince } = child;
  return withoutUndefined({
    age: toAge(child),
    care: care?.map((entry, place) => toCareEntry(mapping, entry, ['children', index, 'care', place])),
    schoolFrom,
    needsCare,
    goesAlone,
    searchingSince,
  });
}

/** The situation of a parsed request, its places looked up in the region; the faults are places that do not exist. */
export function toSituation(
  text: SituationText,
  lookup: PlaceLookup,
): Result<Situation, readonly FieldError[]> {
  const errors: FieldError[] = [];
  const mapping: Mapping = { lookup, note: (error) => errors.push(error) };
  const situation = withoutUndefined({
    goals: text.goals,
    fields: text.fields,
    home: text.home && toPlace(mapping, text.home, ['home']),
    travel: withoutUndefined(text.travel),
    children: text.children.map((child, index) => toChild(mapping, child, index)),
    helpers: text.helpers,
    busy: text.busy,
    work: text.work,
    german: text.german,
    schooling: text.schooling,
    degree: text.degree,
    workedYears: text.workedYears,
    age: text.age,
    audiences: withoutUndefined(text.audiences),
    support: text.support,
    from: text.from,
    until: text.until,
    formats: text.formats,
    stepFree: text.stepFree,
    budgetCents: text.budgetCents,
  });
  return errors.length > 0 ? failed(errors) : ok(situation);
}
