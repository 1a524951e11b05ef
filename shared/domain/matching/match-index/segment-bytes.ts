import { parseFeedId, parseOfferId, type OfferId } from '../../offer/offer-id.ts';
import { DamagedIndex, type columnReader, type columnWriter } from './index-bytes.ts';
import type { OfferIds } from './offer-ids.ts';
import {
  careShape,
  datesShape,
  occurrenceShape,
  offerShape,
  placeShape,
  scheduleShape,
  slotShape,
  stretchShape,
} from './segment-shapes.ts';
import type { Segment } from './segment.ts';

/** Writes a segment; `readSegment` reads in the same order. */
export function writeSegment(to: ReturnType<typeof columnWriter>, segment: Segment): void {
  const { offers, schedules, occurrences, dates, stretches, places, care, slots } = segment;
  to.texts([segment.feed]);
  to.texts([segment.ids.beginning]);
  to.column(segment.ids.restsFrom);
  to.column(segment.ids.rests);
  for (const column of Object.values(offers)) to.column(column);
  to.column(segment.placeOf);
  for (const column of Object.values(schedules)) to.column(column);
  to.column(segment.excepts);
  for (const column of Object.values(occurrences)) to.column(column);
  for (const column of Object.values(dates)) to.column(column);
  to.column(segment.weeks);
  for (const column of Object.values(stretches)) to.column(column);
  for (const column of Object.values(places)) to.column(column);
  for (const column of Object.values(care)) to.column(column);
  to.column(segment.openingsFrom);
  for (const column of Object.values(slots)) to.column(column);
  to.texts(segment.texts);
  to.column(segment.duplicates);
  to.texts(segment.duplicateOf);
}

/** Reads a segment; throws DamagedIndex where it is none. */
export function readSegment(from: ReturnType<typeof columnReader>): Segment {
  const feed = parseFeedId(from.texts()[0] ?? '');
  if (feed === undefined) throw new DamagedIndex();
  return {
    feed,
    ids: readIds(from),
    offers: offerShape(from.next),
    placeOf: from.next.i32(),
    schedules: scheduleShape(from.next),
    excepts: from.next.i32(),
    occurrences: occurrenceShape(from.next),
    dates: datesShape(from.next),
    weeks: from.next.u32(),
    stretches: stretchShape(from.next),
    places: placeShape(from.next),
    care: careShape(from.next),
    openingsFrom: from.next.u32(),
    slots: slotShape(from.next),
    texts: from.texts(),
    duplicates: from.next.i32(),
    duplicateOf: from.texts().map(idOf),
  };
}

function readIds(from: ReturnType<typeof columnReader>): OfferIds {
  const beginning = from.texts()[0] ?? '';
  const ids = { beginning, restsFrom: from.next.from(), rests: from.next.u8() };
  if (ids.restsFrom.at(-1) !== ids.rests.length) throw new DamagedIndex();
  return ids;
}

function idOf(text: string): OfferId {
  const id = parseOfferId(text);
  if (id === undefined) throw new DamagedIndex();
  return id;
}
