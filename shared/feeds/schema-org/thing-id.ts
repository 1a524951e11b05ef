import { parseOfferId, type FeedId, type OfferId } from '../../domain/offer/offer-id.ts';
import { textHash } from '../text-hash.ts';
import { writtenId } from '../written-id.ts';
import { addressOf, nodesOf, textOf, textsOf, type Node } from './node.ts';

const LONGEST = 100;

/**
 * The id of a thing: its identifier, its code, else its address (`@id` or `url`, absolute), else a hash of name and
 * provider. A date of a course adds its own address, or its first day with a hash of what tells it from other dates.
 */
export function thingId(feed: FeedId, thing: Node, instance: Node | undefined): OfferId | undefined {
  const own =
    identifierOf(thing) ??
    textHash(
      [textOf(thing, 'name', 'title'), textOf(thing, 'provider', 'hiringOrganization', 'address')].join('\n'),
    );
  const date = instance === undefined ? '' : `~${dateId(instance)}`;
  return parseOfferId(`${feed}:${writtenId(own)}${date}`);
}

/** What all dates of a course share. */
export function courseKey(thing: Node): string {
  return identifierOf(thing) ?? textOf(thing, 'name');
}

function identifierOf(thing: Node): string | undefined {
  const stated = nodesOf(thing, 'identifier')
    .map((node) => textOf(node, 'value', 'name'))
    .concat(textsOf(thing, 'identifier'));
  const short = [...stated, textOf(thing, 'courseCode')].find(
    (text) => text !== '' && text.length <= LONGEST,
  );
  return short ?? absolute(thing);
}

function dateId(instance: Node): string {
  const address = absolute(instance);
  if (address !== undefined) return writtenId(address);
  const facts = ['name', 'location', 'courseMode', 'startDate', 'endDate'].map((property) =>
    textOf(instance, property),
  );
  const address1 = nodesOf(instance, 'location')
    .flatMap((place) => nodesOf(place, 'address'))
    .map((node) => textOf(node, 'streetAddress'));
  const schedules = nodesOf(instance, 'courseSchedule').map((schedule) =>
    textsOf(schedule, 'byDay', 'startTime').join(' '),
  );
  const day = /^\d{4}-\d{2}-\d{2}/.exec(textOf(instance, 'startDate'))?.[0] ?? '';
  return `${day}-${textHash([...facts, ...address1, ...schedules].join('\n')).slice(0, 8)}`;
}

/** An address that means the same on every page; a long one by its hash. */
function absolute(thing: Node): string | undefined {
  const found = [textOf(thing, '@id'), addressOf(thing, 'url')].find((text) =>
    /^(?:https?:\/\/|urn:)/i.test(text),
  );
  return found === undefined || found.length <= LONGEST ? found : textHash(found);
}
