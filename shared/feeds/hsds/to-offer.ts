import { parseOfferId } from '../../domain/offer/offer-id.ts';
import type { CareOffer, Offer } from '../../domain/offer/offer.ts';
import type { OfferContext, RawRecord, RecordOutcome } from '../feed-format.ts';
import { hideRefuge } from '../hide-refuge.ts';
import { noticeOf, type Notice, type RecordPlace } from '../notice.ts';
import { cutText, plainLine, plainText } from '../plain-text.ts';
import { recordRefused } from '../record-refused.ts';
import { webLink } from '../web-link.ts';
import { FACTS_TAXONOMY, kindOf, readFacts, type ServiceKind } from './read-attributes.ts';
import { monthsOf, readAges, readCapacity, readCost, type AgeYears } from './read-figures.ts';
import { readPlaces } from './read-places.ts';
import { dateOf } from './read-series.ts';
import { readTimes, type ReadTimes } from './read-times.ts';
import { serviceSchema, type HsdsService } from './record.schema.ts';

const OFFICE_MAIL = /^[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+$/;
const OFFICE_PHONE = /^\+?[\d\s()/.-]{5,39}$/;

/**
 * A service as an offer. Refused without an id or a name; all else that is missing or wrong is left out with a notice. What an
 * export of ours said in its own taxonomy goes before what HSDS can say of the same fact.
 */
export function toOffer(raw: RawRecord, context: OfferContext): RecordOutcome {
  const parsed = serviceSchema.safeParse(raw.value);
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
  const { freshness, ...facts } = own.facts ?? {};
  const validUntil = own.facts === undefined ? times.lastDay : freshness?.validUntil;
  const offer: Offer = {
    id,
    kind: what.kind,
    goals: what.goals,
    fields: [],
    title,
    ...(summary !== '' && { summary }),
    provider: providerOf(service, title),
    places: located.places,
    online: located.online,
    timetable: times.timetable,
    rolling: false,
    needs: {},
    ...(own.facts === undefined
      ? nativeFacts(what, times, { ages: ages.value, seats: capacity.value, cost: cost.value })
      : {}),
    funding: [],
    languages: service.languages
      .map(({ code }) => code.toLowerCase())
      .filter((code) => /^[a-z]{2,3}$/.test(code)),
    ...contactOf(service),
    links: links.links,
    provenance: said === undefined ? [] : [{ fact: 'kind', from: 'text' }],
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

/** What figures say: of childcare the ages are those of children and free places are counted there. */
function nativeFacts(
  what: ServiceKind,
  times: ReadTimes,
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
    ...(ages !== undefined && !isEmpty(ages) && { needs: { ageYears: wholeYears(ages) } }),
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

/** Telephone and mail of the service or its organization; those of contacts belong to persons and are never read. */
function contactOf(service: HsdsService): Pick<Offer, 'contact'> {
  const phones = [
    ...service.phones,
    ...service.service_at_locations.flatMap(({ phones: own, location }) => [
      ...own,
      ...(location?.phones ?? []),
    ]),
    ...(service.organization?.phones ?? []),
  ].filter(({ type }) => ['', 'voice', 'cell', 'mobile', 'text'].includes(type.toLowerCase()));
  const phone = phones
    .map(({ number }) => number.replaceAll('"', '').trim())
    .find((number) => OFFICE_PHONE.test(number));
  const mail = [service.email, service.organization?.email ?? ''].find((text) => OFFICE_MAIL.test(text));
  if (phone === undefined && mail === undefined) return {};
  return { contact: { ...(phone !== undefined && { phone }), ...(mail !== undefined && { mail }) } };
}

function linksOf(
  service: HsdsService,
  record: RecordPlace,
): { readonly links: Offer['links']; readonly notices: readonly Notice[] } {
  const [page, stated] = [
    webLink(service.url),
    service.additional_urls.find(({ label }) => label === 'booking')?.url ?? '',
  ];
  const booking = webLink(stated);
  const isBroken = (service.url !== '' && page === undefined) || (stated !== '' && booking === undefined);
  return {
    links: { ...(page !== undefined && { page }), ...(booking !== undefined && { booking }) },
    notices: isBroken ? [noticeOf('link-invalid', { record, field: 'url' })] : [],
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
