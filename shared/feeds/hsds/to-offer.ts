import { parseOfferId } from '../../domain/offer/offer-id.ts';
import type { CareOffer, Offer } from '../../domain/offer/offer.ts';
import { compiledOnUse } from '../compiled-on-use.ts';
import type { OfferContext, RawRecord, RecordOutcome } from '../feed-format.ts';
import { hideRefuge } from '../hide-refuge.ts';
import { noticeOf, type Notice, type RecordPlace } from '../notice.ts';
import { cutText, plainLine, plainText } from '../plain-text.ts';
import { recordRefused } from '../record-refused.ts';
import { readCoursePurpose, type CoursePurpose } from '../text/course-purpose.ts';
import { FACTS_TAXONOMY, kindOf, readFacts, type ServiceKind } from './read-attributes.ts';
import { monthsOf, readAges, readCapacity, readCost, type AgeYears } from './read-figures.ts';
import { contactOf, linksOf } from './read-contact.ts';
import { readPlaces } from './read-places.ts';
import { dateOf } from './read-series.ts';
import { readTimes, type ReadTimes } from './read-times.ts';
import { serviceSchema, type HsdsService } from './record.schema.ts';

const checkedService = compiledOnUse(serviceSchema);

/**
 * A service as an offer. Refused without an id or a name; all else that is missing or wrong is left out with a notice. What an
 * export of ours said in its own taxonomy goes before what HSDS can say of the same fact.
 */
export function toOffer(raw: RawRecord, context: OfferContext): RecordOutcome {
  const parsed = checkedService.safeParse(raw.value);
  if (!parsed.success) return recordRefused(raw, parsed.error);
  const service = parsed.data;
  const id = parseOfferId(`${context.feed}:${service.id}`);
  if (id === undefined)
    return {
      record: { number: raw.number },
      notices: [noticeOf('id-invalid', { record: { number: raw.number }, field: 'id' })],
    };
  const record: RecordPlace = { number: raw.number, id: service.id };
  const title = cutText(plainLine(service.name), 300);
  if (title === '') return { record, notices: [noticeOf('record-invalid', { record, field: 'name' })] };

  const located = readPlaces(service, context, record);
  const own = readFacts(service, located.places, record);
  const said = own.facts === undefined ? kindOf(service) : undefined;
  const what: ServiceKind = said ?? { kind: own.facts?.kind ?? 'advice', goals: [] };
  const isCare = what.kind === 'childcare';
  const times = readTimes(service, located, { isCare, today: context.today, record });
  const ages = readAges(service, record);
  const capacity = readCapacity(service, context.today, record);
  const cost = readCost(service, context.today, record);
  const summary = cutText(textOf(service), 8000);
  const links = linksOf(service, record);
  const purpose = own.facts === undefined ? purposeOf(service, what, title, summary) : NO_PURPOSE;
  const { freshness, ...facts } = own.facts ?? {};
  const validUntil = own.facts === undefined ? times.lastDay : freshness?.validUntil;
  const offer: Offer = {
    id,
    kind: what.kind,
    goals: [...what.goals, ...purpose.goals],
    fields: [],
    title,
    ...(summary !== '' && { summary }),
    provider: providerOf(service, title),
    places: located.places,
    online: located.online,
    timetable: times.timetable,
    rolling: false,
    ...(purpose.teaches && { teaches: purpose.teaches }),
    needs: purpose.needs,
    ...(own.facts === undefined
      ? nativeFacts(what, times, purpose.needs, { ages: ages.value, seats: capacity.value, cost: cost.value })
      : {}),
    funding: purpose.funding,
    languages: service.languages
      .map(({ code }) => code.toLowerCase())
      .filter((code) => /^[a-z]{2,3}$/.test(code)),
    ...contactOf(service),
    links: links.links,
    provenance: said === undefined ? [] : [{ fact: 'kind', from: 'text' }, ...purpose.provenance],
    ...facts,
    freshness: {
      feed: context.feed,
      ...changedOf(service, context),
      checked: context.today,
      ...(validUntil !== undefined && { validUntil }),
      ...(context.sample && { sample: true }),
    },
  };
  const shown = hideRefuge(offer, record, [service.alternate_name, ...filedUnder(service)]);
  const isKindUnknown = own.facts === undefined && said === undefined;
  const notices: readonly Notice[] = [
    ...own.notices,
    ...(isKindUnknown ? [noticeOf('category-unknown', { record, field: 'attributes' })] : []),
    // What was wrong with the address of a refuge is nobody's business either.
    ...(shown.notices.length > 0 ? [] : located.notices),
    ...[times, ages, capacity, cost, links, shown].flatMap((part) => part.notices),
  ];
  return { record, offer: shown.offer, notices };
}

function textOf({ description, eligibility_description, application_process }: HsdsService): string {
  return [description, eligibility_description, application_process]
    .map(plainText)
    .filter(Boolean)
    .join('\n\n');
}

function providerOf({ organization }: HsdsService, title: string): Offer['provider'] {
  const name = cutText(plainLine(organization?.name ?? ''), 200);
  const id = organization?.id ?? '';
  return { ...(id !== '' && id.length <= 100 && { id }), name: name === '' ? cutText(title, 200) : name };
}

const NO_PURPOSE: CoursePurpose = { goals: [], funding: [], needs: {}, provenance: [] };

/** What a course is for is read from its words; other services have no goals but those of their kind. */
function purposeOf(service: HsdsService, { kind }: ServiceKind, title: string, text: string): CoursePurpose {
  if (kind !== 'course') return NO_PURPOSE;
  return readCoursePurpose({
    title,
    text,
    keywords: filedUnder(service).map(plainLine),
    requirements: plainText(service.eligibility_description),
  });
}

/** What figures say: of childcare the ages are those of children and free places are counted there. */
function nativeFacts(
  what: ServiceKind,
  times: ReadTimes,
  needs: Offer['needs'],
  {
    ages,
    seats,
    cost,
  }: { readonly ages: AgeYears | undefined; readonly seats: Offer['seats']; readonly cost: Offer['cost'] },
): Partial<Offer> {
  const paid = cost === undefined ? {} : { cost };
  if (what.kind === 'childcare') {
    const total = seats?.total === undefined ? {} : { seats: { total: seats.total } };
    return { ...paid, ...total, care: careOf(what, times, ages ?? {}, seats) };
  }
  return {
    ...paid,
    ...(seats && { seats }),
    ...(ages !== undefined && !isEmpty(ages) && { needs: { ...needs, ageYears: wholeYears(ages) } }),
  };
}

function careOf(what: ServiceKind, times: ReadTimes, ages: AgeYears, seats: Offer['seats']): CareOffer {
  const months = monthsOf(ages);
  return {
    kind: what.care ?? 'other',
    ...(months && { ages: months }),
    openings: times.openings,
    bookedHours: [],
    ...(seats?.free !== undefined && { free: seats.free }),
    ...(seats?.asOf !== undefined && { asOf: seats.asOf }),
    fetches: false,
  };
}

function isEmpty({ from, to }: AgeYears): boolean {
  return from === undefined && (to === undefined || to >= 99);
}

/** Whole years, both included; 99 and more is no limit. */
function wholeYears({ from, to }: AgeYears): AgeYears {
  return {
    ...(from !== undefined && { from: Math.ceil(from) }),
    ...(to !== undefined && to < 99 && { to: Math.floor(to) }),
  };
}

function changedOf(
  { last_modified }: HsdsService,
  { today }: OfferContext,
): Pick<Offer['freshness'], 'changed'> {
  const changed = dateOf(last_modified);
  return changed === undefined || changed > today ? {} : { changed };
}

function filedUnder({ attributes }: HsdsService): readonly string[] {
  return attributes.flatMap(({ taxonomy_term, label }) =>
    taxonomy_term?.taxonomy === FACTS_TAXONOMY
      ? []
      : [taxonomy_term?.name ?? '', taxonomy_term?.term ?? '', label],
  );
}
