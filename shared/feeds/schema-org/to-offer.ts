import * as z from 'zod';
import { parseOfferId } from '../../domain/offer/offer-id.ts';
import type { Offer } from '../../domain/offer/offer.ts';
import { UNKNOWN_TIMETABLE } from '../../domain/offer/timetable-json.ts';
import type { OfferContext, RawRecord, RecordOutcome } from '../feed-format.ts';
import { hideRefuge } from '../hide-refuge.ts';
import { noticeOf, type RecordPlace } from '../notice.ts';
import { cutText, plainLine, plainText } from '../plain-text.ts';
import { textHash } from '../text-hash.ts';
import { webLink } from '../web-link.ts';
import { readChildCare } from './child-care.ts';
import { readCourse } from './course.ts';
import type { FoundThing } from './find-things.ts';
import { readJob } from './job.ts';
import { nodeOf, textOf, typesOf, type Node } from './node.ts';
import { readProgram } from './program.ts';
import { pageOf } from './read-place.ts';
import type { ThingFacts } from './thing-facts.ts';
import { thingId } from './thing-id.ts';

const OFFICE_MAIL = /^[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+$/;
const OFFICE_PHONE = /^\+?[\d\s()/.-]{5,39}$/;
const foundSchema = z.object({ thing: z.unknown(), instance: z.unknown().optional() });
const brokenSchema = z.object({ broken: z.enum(['json-broken', 'json-too-deep', 'encoding-wrong']) });

/** A thing of a page as an offer. Refused without a name; all else that is missing or wrong is left out with a notice. */
export function toOffer(raw: RawRecord, context: OfferContext): RecordOutcome {
  const record: RecordPlace = { number: raw.number };
  const broken = brokenSchema.safeParse(raw.value);
  if (broken.success) return { record, notices: [noticeOf(broken.data.broken, { record, field: 'script' })] };
  const found = foundOf(raw.value);
  if (found === undefined)
    return { record, notices: [noticeOf('record-invalid', { record, field: '(record)' })] };
  const { thing, instance } = found;
  const id = thingId(context.feed, thing, instance);
  if (id === undefined) return { record, notices: [noticeOf('id-invalid', { record, field: 'identifier' })] };
  const known: RecordPlace = { number: raw.number, id: id.slice(context.feed.length + 1) };
  const title = cutText(plainLine(textOf(thing, 'name', 'title')), 300);
  if (title === '')
    return { record: known, notices: [noticeOf('record-invalid', { record: known, field: 'name' })] };

  const { facts, provider, validUntil, notices } = readThing(found, context, known);
  const summary = cutText(plainText(textOf(thing, 'description')), 8000);
  const page = pageOf(instance, thing);
  const link = webLink(page);
  const offer: Offer = {
    id,
    goals: [],
    fields: [],
    title,
    ...(summary !== '' && { summary }),
    provider: { name: providerName(provider, thing, title) },
    places: [],
    online: false,
    timetable: UNKNOWN_TIMETABLE,
    rolling: false,
    needs: {},
    funding: [],
    languages: [],
    ...contactOf([provider, thing]),
    links: link === undefined ? {} : { page: link },
    provenance: [],
    ...facts,
    freshness: {
      feed: context.feed,
      checked: context.today,
      ...(validUntil !== undefined && { validUntil }),
      ...(context.sample && { sample: true }),
    },
  };
  const shown = hideRefuge(offer, record);
  const isHidden = shown.notices.length > 0 || offer.care?.kind === 'childminder';
  return {
    record: isHidden ? record : known,
    offer: isHidden ? withoutAddressInId(shown.offer, context) : shown.offer,
    notices: [
      ...(isHidden ? [] : notices),
      ...(page !== '' && link === undefined
        ? [noticeOf('link-invalid', { record: isHidden ? record : known, field: 'url' })]
        : []),
      ...shown.notices,
    ],
  };
}

function foundOf(value: unknown): FoundThing | undefined {
  const found = foundSchema.safeParse(value).data;
  const [thing, instance] = [nodeOf(found?.thing), nodeOf(found?.instance)];
  return thing && { thing, ...(instance && { instance }) };
}

function readThing(found: FoundThing, context: OfferContext, record: RecordPlace): ThingFacts {
  const types = typesOf(found.thing);
  if (types.includes('JobPosting')) return readJob(found.thing, context, record);
  if (types.includes('ChildCare') || types.includes('Preschool'))
    return readChildCare(found.thing, context, record);
  if (types.includes('EducationalOccupationalProgram') || types.includes('WorkBasedProgram'))
    return readProgram(found.thing, context, record);
  return readCourse(found, context, record);
}

function providerName(provider: Node | undefined, thing: Node, title: string): string {
  const name =
    textOf(provider, 'name') ||
    textOf(thing, 'provider', 'hiringOrganization', 'parentOrganization', 'organizer');
  return cutText(plainLine(name === '' ? title : name), 200);
}

/** An id may be the address of a page, and that may lead to a door or a person. */
function withoutAddressInId({ course: _course, ...offer }: Offer, { feed }: OfferContext): Offer {
  return { ...offer, id: parseOfferId(`${feed}:${textHash(offer.id)}`) ?? offer.id };
}

/** Telephone and mail of an organization or a facility; those of contact points with a name belong to persons. */
function contactOf(things: readonly (Node | undefined)[]): Pick<Offer, 'contact'> {
  const phone = things.map((thing) => textOf(thing, 'telephone')).find((text) => OFFICE_PHONE.test(text));
  const mail = things
    .map((thing) => textOf(thing, 'email').replace(/^mailto:/i, ''))
    .find((text) => OFFICE_MAIL.test(text));
  if (phone === undefined && mail === undefined) return {};
  return { contact: { ...(phone !== undefined && { phone }), ...(mail !== undefined && { mail }) } };
}
