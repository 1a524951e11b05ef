import type { Audience, Field, Funding, Goal, OfferKind } from '../../domain/offer/terms.ts';
import { noticeOf, type Notice, type RecordPlace } from '../notice.ts';
import {
  AUDIENCES_BY_TARGET,
  CATEGORIES,
  KEYWORD_FUNDINGS,
  LANGUAGES_BY_KEYWORD,
  TITLE_GOALS,
} from './course-kinds.ts';
import type { VhsRecord } from './record.schema.ts';

/** What a course is and whom and what it serves, by the tables of course-kinds.ts. */
export type CourseClass = {
  readonly kind: OfferKind;
  readonly goals: readonly Goal[];
  readonly fields: readonly Field[];
  readonly funding: readonly Funding[];
  readonly audiences: readonly Audience[];
  readonly languages: readonly string[];
  readonly notices: readonly Notice[];
};

/** Categories by the beginning of their codes; the longest that fits says the most. */
const NARROWEST_FIRST = Object.entries(CATEGORIES)
  .map(([prefix, meant]) => ({ prefix, below: prefix.includes('.') ? prefix : `${prefix}.`, meant }))
  .toSorted((one, other) => other.prefix.length - one.prefix.length);

/** Sorts a course into the closed sets of the domain; `headline` is its title and subtitle as plain text. */
export function classify(vhs: Omit<VhsRecord, 'bezirk'>, headline: string, record: RecordPlace): CourseClass {
  const code = vhs.dvv_kategorie?.['#text']?.trim() ?? '';
  const category = NARROWEST_FIRST.find(
    ({ prefix, below }) => code === prefix || code.startsWith(below),
  )?.meant;
  const words = [...vhs.schlagwort, vhs.veranstaltungsart ?? ''].map((word) => word.trim().toLowerCase());
  const isForGerman = words.includes('deutsch fremdsprache');
  const targets = vhs.zielgruppe.map((target) => target.trim()).filter((target) => target !== '');
  const addedGoals = TITLE_GOALS.filter((rule) => rule.words.test(headline)).map((rule) => rule.goal);
  return {
    kind: vhs.veranstaltungsart === 'Beratung' ? 'advice' : 'course',
    goals: distinct([...(isForGerman ? ['german' as const] : []), ...(category?.goals ?? []), ...addedGoals]),
    fields: category?.fields ?? [],
    funding: distinct(
      KEYWORD_FUNDINGS.filter((rule) => words.some((word) => word.startsWith(rule.begins))).map(
        (rule) => rule.funding,
      ),
    ),
    audiences: distinct(targets.flatMap((target) => AUDIENCES_BY_TARGET.get(target) ?? [])),
    languages: distinct(words.flatMap((word) => LANGUAGES_BY_KEYWORD.get(word) ?? [])),
    notices: [
      ...(category ? [] : [noticeOf('category-unknown', { record, field: 'dvv_kategorie', value: code })]),
      ...targets
        .filter((target) => !AUDIENCES_BY_TARGET.has(target))
        .map((value) => noticeOf('audience-unknown', { record, field: 'zielgruppe', value })),
    ],
  };
}

function distinct<Item>(items: readonly Item[]): readonly Item[] {
  return [...new Set(items)];
}
