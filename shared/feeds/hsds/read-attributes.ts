import { offerJson, type OfferFromJson } from '../../domain/offer/offer-json.ts';
import type { Place } from '../../domain/place/place.ts';
import type { CareKind, Goal, OfferKind } from '../../domain/offer/terms.ts';
import { noticeOf, type Notice, type RecordPlace } from '../notice.ts';
import { careKindOf } from '../text/care-kind.ts';
import type { HsdsService } from './record.schema.ts';

/** The taxonomy in which our own exports say what HSDS has no field for: the fact's name as code, its JSON as value. */
export const FACTS_TAXONOMY = 'vereinbar-facts';
const MAX_FACT_CHARACTERS = 60_000;

/** What a fact may be about; all else HSDS says itself. */
const FACT_NAMES = [
  ...[
    'kind',
    'course',
    'goals',
    'fields',
    'leadsTo',
    'timetable',
    'rolling',
    'registerBy',
    'hours',
    'dayParts',
    'growth',
  ],
  ...[
    'seats',
    'teaches',
    'needs',
    'childcare',
    'care',
    'cost',
    'funding',
    'occupation',
    'pay',
    'access',
    'languages',
  ],
  ...['absence', 'provenance', 'freshness'],
];

/** Facts of an offer in its own terms, beside what HSDS says natively. */
export type Facts = Omit<
  OfferFromJson,
  'id' | 'title' | 'summary' | 'provider' | 'places' | 'online' | 'links' | 'contact' | 'duplicateOf'
>;

/**
 * What our own taxonomy says of a service: all its facts, or none with a notice where they cannot be read together.
 * `places`: how many there are, as times may point to them.
 */
export function readFacts(
  { attributes }: Pick<HsdsService, 'attributes'>,
  places: readonly Place[],
  record: RecordPlace,
): { readonly facts?: Facts; readonly notices: readonly Notice[] } {
  const stated = attributes.flatMap(({ taxonomy_term, value }) =>
    taxonomy_term?.taxonomy === FACTS_TAXONOMY && FACT_NAMES.includes(taxonomy_term.code)
      ? [[taxonomy_term.code, jsonOf(value)] as const]
      : [],
  );
  if (stated.length === 0) return { notices: [] };
  const known = {
    id: '-',
    title: '-',
    provider: { name: '-' },
    places: places.map(() => ({ precision: 'none' })),
  };
  const read = offerJson.safeParse({ ...Object.fromEntries(stated), ...known });
  if (!read.success)
    return {
      notices: [
        noticeOf('word-unknown', { record, field: `attributes.${String(read.error.issues[0]?.path[0])}` }),
      ],
    };
  const {
    id: _id,
    title: _title,
    provider: _provider,
    places: _places,
    online: _online,
    links: _links,
    ...facts
  } = read.data;
  return { facts, notices: [] };
}

function jsonOf(text: string): unknown {
  if (text.length > MAX_FACT_CHARACTERS) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null; // no schema of a fact takes it
  }
}

/** What a service is, and whether that was read from its words; `undefined` = nothing says so. */
export type ServiceKind = {
  readonly kind: OfferKind;
  readonly goals: readonly Goal[];
  readonly care?: CareKind;
};

const ADVICE = /beratung|counsel|advice|advis|anlaufstelle|helpline|support service/iu;
const COURSE = /\bkurs\b|\w+kurs\b|lehrgang|schulung|\bcourse\b|\bclass(?:es)?\b|training/iu;

/** Reads the kind from the terms a service is filed under, else from its name; HSDS itself has no kinds. */
export function kindOf({ attributes, name, alternate_name }: HsdsService): ServiceKind | undefined {
  const terms = attributes
    .filter(({ taxonomy_term }) => taxonomy_term?.taxonomy !== FACTS_TAXONOMY)
    .flatMap(({ taxonomy_term, value }) => [taxonomy_term?.name ?? '', taxonomy_term?.term ?? '', value]);
  return kindOfWords(terms) ?? kindOfWords([name, alternate_name]);
}

function kindOfWords(words: readonly string[]): ServiceKind | undefined {
  const says = (pattern: RegExp) => words.some((word) => pattern.test(word));
  const care = careKindOf(words);
  if (says(ADVICE)) return { kind: 'advice', goals: [] };
  if (care !== undefined) return { kind: 'childcare', goals: ['childcare'], care };
  return says(COURSE) ? { kind: 'course', goals: [] } : undefined;
}
