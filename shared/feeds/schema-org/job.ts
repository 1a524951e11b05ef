import type { Offer } from '../../domain/offer/offer.ts';
import { UNKNOWN_TIMETABLE } from '../../domain/offer/timetable-json.ts';
import type { Timetable } from '../../domain/time/timetable.ts';
import type { OfferContext } from '../feed-format.ts';
import type { RecordPlace } from '../notice.ts';
import { cutText, plainLine } from '../plain-text.ts';
import { readTimes } from '../text/read-times.ts';
import { bareTerm, nodesOf, textOf, textsOf, valuesOf, type Node } from './node.ts';
import { readPay } from './read-money.ts';
import { readPlaces } from './read-place.ts';
import { dateOf } from './read-when.ts';
import type { ThingFacts } from './thing-facts.ts';

const FULL_TIME = /^(?:full[_ -]?time|vollzeit)$/iu;
const HOURS =
  /(\d{1,2}(?:[.,]\d)?)(?:\s*(?:-|–|bis|to)\s*(\d{1,2}(?:[.,]\d)?))?\s*(?:h|std\.?|stunden|hours|wochenstunden)(?![\p{L}])(?:\s*(?:\/|pro|je|in der|per|a|die)?\s*(?:woche|week|wöchentlich))?/iu;

/** A job. Its hours and times stand in words (`workHours`), as the format has no others. */
export function readJob(job: Node, context: OfferContext, record: RecordPlace): ThingFacts {
  const placed = readPlaces(valuesOf(job, 'jobLocation'), context, record);
  const isRemote = textsOf(job, 'jobLocationType').some(
    (text) => bareTerm(text).toUpperCase() === 'TELECOMMUTE',
  );
  const types = textsOf(job, 'employmentType')
    .flatMap((text) => text.split(','))
    .map((text) => bareTerm(text.trim()));
  const words = plainLine(textsOf(job, 'workHours').join(', '));
  const pay = readPay(job, 'baseSalary', record);
  const openings = textOf(job, 'totalJobOpenings');
  const validUntil = dateOf(textOf(job, 'validThrough'));
  const occupation = /^(?:KldB\s*)?(\d{5})$/i.exec(textOf(job, 'occupationalCategory'))?.[1];
  const hours = hoursOf(words);
  const timetable = timesOf(words, dateOf(textOf(job, 'jobStartDate')));
  const isFullTime = types.length > 0 && types.every((type) => FULL_TIME.test(type));
  return {
    facts: {
      kind: 'job',
      goals: ['return-to-work', 'more-hours'],
      places: placed.places,
      online: isRemote || placed.online,
      timetable,
      ...(hours && { hours }),
      ...(isFullTime && { dayParts: ['full-time'] }),
      ...(pay.value && { pay: pay.value }),
      ...(/^[1-9]\d{0,4}$/.test(openings) && { seats: { free: Number(openings) } }),
      ...(occupation !== undefined && { occupation }),
      provenance: timetable.certainty === 'read-from-text' ? [{ fact: 'timetable', from: 'text' }] : [],
    },
    provider: nodesOf(job, 'hiringOrganization')[0],
    ...(validUntil !== undefined && { validUntil }),
    notices: [...placed.notices, ...pay.notices],
  };
}

/** `'20-25 Stunden/Woche'` -> 20 to 25. Only hours a week between 1 and 60 are such. */
function hoursOf(words: string): Offer['hours'] | undefined {
  const [, low = '', high = low] = HOURS.exec(words) ?? [];
  const [min, max] = [low, high].map((text) => Number(text.replace(',', '.')));
  if (low === '' || min === undefined || max === undefined || min < 1 || max > 60 || min > max)
    return undefined;
  return { min, max };
}

function timesOf(words: string, first: Timetable['first']): Timetable {
  const read = readTimes(words);
  const start = first === undefined ? {} : { first };
  const text = words === '' ? {} : { text: cutText(words, 1000) };
  if (read.state !== 'read') return { ...UNKNOWN_TIMETABLE, ...start, ...text };
  return {
    weekly: read.weekly,
    dated: [],
    ...start,
    except: [],
    ...text,
    certainty: 'read-from-text',
    complete: true,
    missing: [],
  };
}
