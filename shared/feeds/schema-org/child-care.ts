import type { AgeRangeMonths } from '../../domain/offer/offer.ts';
import { MINUTES_PER_DAY } from '../../domain/time/clock-time.ts';
import type { LocalDate } from '../../domain/time/local-date.ts';
import { endAfterStart, type Slot } from '../../domain/time/slot.ts';
import { WEEKDAYS } from '../../domain/time/weekday.ts';
import type { OfferContext } from '../feed-format.ts';
import type { NoticeCode } from '../notice-catalogue.ts';
import { noticeOf, type RecordPlace } from '../notice.ts';
import { plainLine } from '../plain-text.ts';
import { careKindOf } from '../text/care-kind.ts';
import { readWallClock } from '../wall-clock.ts';
import { nodesOf, textOf, textsOf, typesOf, valuesOf, type Node } from './node.ts';
import { readCost } from './read-money.ts';
import { readPlaces } from './read-place.ts';
import { dateOf, readDays } from './read-when.ts';
import type { ThingFacts } from './thing-facts.ts';

const LONGEST_MINUTES = 17 * 60;
const OPENING_TEXT = /^(.*?)\s*(\d{1,2}:\d{2})\s*(?:-|–|bis)\s*(\d{1,2}:\d{2})\s*(?:uhr)?$/iu;

/** A Kita, childminder or other care with its opening hours; ages stand, if anywhere, at the service it offers. */
export function readChildCare(care: Node, context: OfferContext, record: RecordPlace): ThingFacts {
  const name = plainLine(textOf(care, 'name'));
  const isPreschool = typesOf(care).includes('Preschool');
  const kind =
    careKindOf([name, ...textsOf(care, 'keywords', 'additionalType')]) ?? (isPreschool ? 'kita' : 'other');
  const placed = readPlaces(ownAddress(care), context, record);
  const codes = new Set<NoticeCode>();
  const openings = openingsOf(care, context.today, codes);
  const ages = agesOf(care, codes);
  const cost = readCost([care], record);
  return {
    facts: {
      kind: 'childcare',
      goals: ['childcare'],
      places: placed.places,
      care: { kind, ...(ages && { ages }), openings, bookedHours: [], fetches: false },
      ...(cost.value && { cost: cost.value }),
    },
    provider: nodesOf(care, 'parentOrganization')[0],
    notices: [
      ...placed.notices,
      ...cost.notices,
      ...[...codes].map((code) => noticeOf(code, { record, field: 'openingHours' })),
    ],
  };
}

/** A facility is a place itself: its own address and point, or what it calls its location. */
function ownAddress(care: Node): readonly unknown[] {
  if (valuesOf(care, 'address').length === 0) return valuesOf(care, 'location');
  return [{ '@type': 'Place', name: care['name'], address: care['address'], geo: care['geo'] }];
}

/** Hours of every week: the specifications that hold today, else the texts. */
function openingsOf(care: Node, today: LocalDate, codes: Set<NoticeCode>): readonly Slot[] {
  const specifications = nodesOf(care, 'openingHoursSpecification');
  const now = specifications.filter((node) => holdsOn(node, today));
  if (now.length < specifications.length) codes.add('period-not-now');
  const specified = now.flatMap((node) => {
    const days = textsOf(node, 'dayOfWeek');
    return slotOf(
      days.length === 0 ? WEEKDAYS : readDays(days),
      textOf(node, 'opens'),
      textOf(node, 'closes'),
      codes,
    );
  });
  if (specified.length > 0) return specified;
  return textsOf(care, 'openingHours')
    .flatMap((text) => text.split(';'))
    .flatMap((text) => {
      const [, days = '', from = '', to = ''] = OPENING_TEXT.exec(text.trim()) ?? [];
      return slotOf(days === '' && from !== '' ? WEEKDAYS : readDays([days]), from, to, codes);
    });
}

/** A slot, or none with the reason; the same time twice says that it is closed. */
function slotOf(
  days: ReturnType<typeof readDays>,
  opens: string,
  closes: string,
  codes: Set<NoticeCode>,
): readonly Slot[] {
  const [from, to] = [readWallClock(opens), readWallClock(closes)];
  if (typeof from === 'number' && from === to) return [];
  const end =
    typeof from === 'number' && typeof to === 'number' && from < MINUTES_PER_DAY
      ? endAfterStart(from, to)
      : undefined;
  if (from === 'other-zone' || to === 'other-zone') codes.add('time-zone-unclear');
  else if (days === undefined || typeof from !== 'number' || end === undefined) codes.add('hours-invalid');
  else if (end - from > LONGEST_MINUTES) codes.add('hours-placeholder');
  else return [{ days, from, to: end }];
  return [];
}

function holdsOn(specification: Node, today: LocalDate): boolean {
  const [from, to] = [
    dateOf(textOf(specification, 'validFrom')),
    dateOf(textOf(specification, 'validThrough')),
  ];
  return (from ?? today) <= today && (to ?? today) >= today;
}

function agesOf(care: Node, codes: Set<NoticeCode>): AgeRangeMonths | undefined {
  const services = nodesOf(care, 'makesOffer').flatMap((offer) => nodesOf(offer, 'itemOffered'));
  const audience = [...services, care]
    .flatMap((node) => nodesOf(node, 'audience'))
    .find((node) => textOf(node, 'suggestedMinAge') !== '');
  const [low, high] = [textOf(audience, 'suggestedMinAge'), textOf(audience, 'suggestedMaxAge')];
  if (!/^\d{1,2}(?:\.\d{1,4})?$/.test(low) || !/^\d{1,2}(?:\.\d{1,4})?$/.test(high)) return undefined;
  const [from, to] = [Number(low), Number(high)];
  const fromMonths = Math.ceil(from * 12);
  // A whole year lasts until the next birthday.
  const toMonths = Number.isInteger(to) ? to * 12 + 11 : Math.floor(to * 12);
  if (fromMonths <= toMonths && to <= 20) return { fromMonths, toMonths };
  codes.add('ages-invalid');
  return undefined;
}
