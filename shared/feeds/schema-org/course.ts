import type { Seats } from '../../domain/offer/offer.ts';
import type { OfferContext } from '../feed-format.ts';
import { noticeOf, type Notice, type RecordPlace } from '../notice.ts';
import { plainLine, plainText } from '../plain-text.ts';
import { readCoursePurpose } from '../text/course-purpose.ts';
import { readAudiences } from '../text/read-audiences.ts';
import type { FoundThing } from './find-things.ts';
import { bareTerm, nodesOf, textOf, textsOf, valuesOf, type Node } from './node.ts';
import { isSoldOut, readCost } from './read-money.ts';
import { readPlaces } from './read-place.ts';
import { readCourseTimes } from './read-times.ts';
import { courseKey } from './thing-id.ts';
import type { ThingFacts } from './thing-facts.ts';

/** A course and one of its dates: what the date says goes before what the course says. The seat of a provider is no place. */
export function readCourse(
  { thing, instance }: FoundThing,
  context: OfferContext,
  record: RecordPlace,
): ThingFacts {
  const things = instance === undefined ? [thing] : [instance, thing];
  const date = instance ?? thing;
  const placed = readPlaces(valuesOf(date, 'location'), context, record);
  const modes = textsOf(date, 'courseMode').map((mode) => bareTerm(mode).toLowerCase());
  const isBlended = modes.includes('blended') || modes.includes('hybrid');
  const saysOnline = modes.includes('online') || modes.includes('onlineeventattendancemode');
  const times = readCourseTimes(date, context.today, record);
  const cost = readCost(things, record);
  const seats = readSeats(things, record);
  const title = plainLine(textOf(thing, 'name'));
  const purpose = readCoursePurpose({
    title,
    text: plainText(textOf(thing, 'description')),
    keywords: keywordsOf(thing),
    requirements: plainText(textsOf(thing, 'coursePrerequisites', 'educationalLevel').join('. ')),
  });
  const audiences = readAudiences(
    plainLine(
      things
        .flatMap((part) => nodesOf(part, 'audience'))
        .map((node) => textOf(node, 'audienceType', 'name'))
        .join(', '),
    ),
  );
  return {
    facts: {
      kind: 'course',
      ...(instance !== undefined && { course: courseKey(thing) }),
      ...purpose,
      needs: { ...purpose.needs, ...(audiences.length > 0 && { audiences }) },
      places: placed.places,
      online: placed.online || (saysOnline && !isBlended),
      timetable: isBlended ? { ...times.timetable, complete: false, missing: ['other'] } : times.timetable,
      ...(seats.value && { seats: seats.value }),
      ...(cost.value && { cost: cost.value }),
      languages: languagesOf(things),
    },
    provider: [...nodesOf(thing, 'provider'), ...nodesOf(instance, 'organizer')][0],
    ...(times.lastDay !== undefined && { validUntil: times.lastDay }),
    notices: [
      ...placed.notices,
      ...times.notices,
      ...cost.notices,
      ...seats.notices,
      ...(isBlended ? [noticeOf('blended-not-shown', { record, field: 'courseMode' })] : []),
    ],
  };
}

/** Words a page files a course under: one text with commas, or a list. */
function keywordsOf(thing: Node): readonly string[] {
  return textsOf(thing, 'keywords', 'about')
    .flatMap((text) => text.split(','))
    .map(plainLine);
}

/** Languages of instruction as BCP 47 codes; names of languages are not guessed at. */
export function languagesOf(things: readonly (Node | undefined)[]): readonly string[] {
  const codes = things.flatMap((thing) => textsOf(thing, 'inLanguage')).map((code) => code.toLowerCase());
  return [...new Set(codes.filter((code) => /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/.test(code)))];
}

function readSeats(
  things: readonly (Node | undefined)[],
  record: RecordPlace,
): { readonly value?: Seats; readonly notices: readonly Notice[] } {
  const count = (property: string) =>
    things.map((thing) => textOf(thing, property)).find((text) => /^\d{1,5}$/.test(text));
  const [total, remaining] = [count('maximumAttendeeCapacity'), count('remainingAttendeeCapacity')].map(
    (text) => (text === undefined ? undefined : Number(text)),
  );
  const free = isSoldOut(things) ? 0 : remaining;
  if (free !== undefined && total !== undefined && free > total)
    return {
      value: { total },
      notices: [noticeOf('free-above-total', { record, field: 'remainingAttendeeCapacity' })],
    };
  if (free === undefined && total === undefined) return { notices: [] };
  return {
    value: { ...(free !== undefined && { free }), ...(total !== undefined && { total }) },
    notices: [],
  };
}
