import { offerJson, type OfferFromJson } from '../../domain/offer/offer-json.ts';
import { parseOfferId } from '../../domain/offer/offer-id.ts';
import type { Offer } from '../../domain/offer/offer.ts';
import type { Place } from '../../domain/place/place.ts';
import { compiledOnUse } from '../compiled-on-use.ts';
import type { OfferContext, RawRecord, RecordOutcome } from '../feed-format.ts';
import { lies, locatePlace } from '../locate-place.ts';
import { noticeOf, type Notice, type RecordPlace } from '../notice.ts';
import { plainLine, plainText } from '../plain-text.ts';
import { recordRefused } from '../record-refused.ts';
import { webLink } from '../web-link.ts';

const checkedOffer = compiledOnUse(offerJson);

/**
 * An offer in the contract's own shape. The whole record is refused when any field is wrong, as its sender knows the shape.
 * Its id may carry the name of this feed or not, never that of another. Texts become plain text.
 */
export function toOffer(raw: RawRecord, context: OfferContext): RecordOutcome {
  const parsed = checkedOffer.safeParse(raw.value);
  if (!parsed.success) return recordRefused(raw, parsed.error);
  const { id: ownId, duplicateOf, freshness, summary, links, ...facts } = parsed.data;
  const prefix = `${context.feed}:`;
  const id = parseOfferId(ownId.startsWith(prefix) ? ownId : `${prefix}${ownId}`);
  const record: RecordPlace = { number: raw.number, id: ownId };
  if (id === undefined)
    return {
      record: { number: raw.number },
      notices: [noticeOf('id-invalid', { record: { number: raw.number }, field: 'id' })],
    };
  const other = duplicateOf === undefined ? undefined : parseOfferId(duplicateOf);
  const located = facts.places.map((place) => believe(place, context, record));
  const web = readLinks(links, record);
  const offer: Offer = {
    ...facts,
    id,
    ...(other !== undefined && { duplicateOf: other }),
    title: plainLine(facts.title),
    ...(summary !== undefined && { summary: plainText(summary) }),
    places: located.map(({ place }) => place),
    links: web.links,
    freshness: {
      feed: context.feed,
      checked: context.today,
      ...(freshness?.changed !== undefined && { changed: freshness.changed }),
      ...(validUntil(parsed.data) ?? {}),
      ...(freshness?.statedBy !== undefined && { statedBy: freshness.statedBy }),
      ...((context.sample || freshness?.sample === true) && { sample: true }),
    },
  };
  return { record, offer, notices: [...located.flatMap(({ notices }) => notices), ...web.notices] };
}

/** As stated, else the last day it takes place. */
function validUntil({
  freshness,
  timetable,
}: OfferFromJson): Pick<Offer['freshness'], 'validUntil'> | undefined {
  if (freshness?.validUntil !== undefined) return { validUntil: freshness.validUntil };
  const days = [timetable.last, ...timetable.dated.map((session) => session.date)].filter(
    (day) => day !== undefined,
  );
  const last = days.toSorted((one, other) => other - one)[0];
  return last === undefined || (timetable.weekly.length > 0 && timetable.last === undefined)
    ? undefined
    : { validUntil: last };
}

/** The place as stated, unless its point lies outside the region's box. */
function believe(
  place: Place,
  context: OfferContext,
  record: RecordPlace,
): { readonly place: Place; readonly notices: readonly Notice[] } {
  const { point, precision, ...address } = place;
  if (point === undefined || lies(point, context.bounds)) return { place, notices: [] };
  const located = locatePlace(address, context, record);
  return {
    place: { ...address, ...located.place },
    notices: [noticeOf('coordinates-implausible', { record, field: 'places.point', value: precision })],
  };
}

function readLinks(
  stated: Offer['links'],
  record: RecordPlace,
): { readonly links: Offer['links']; readonly notices: readonly Notice[] } {
  const [page, booking] = [webLink(stated.page ?? ''), webLink(stated.booking ?? '')];
  const isBroken =
    ((stated.page ?? page) !== undefined && page === undefined) ||
    ((stated.booking ?? booking) !== undefined && booking === undefined);
  return {
    links: { ...(page !== undefined && { page }), ...(booking !== undefined && { booking }) },
    notices: isBroken ? [noticeOf('link-invalid', { record, field: 'links' })] : [],
  };
}
