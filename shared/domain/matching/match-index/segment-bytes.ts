import { parseFeedId, parseOfferId, type OfferId } from '../../offer/offer-id.ts';
import { DamagedIndex, type columnReader, type columnWriter } from './index-bytes.ts';
import type { Segment } from './segment.ts';

/** Writes a segment; `readSegment` reads in the same order. */
export function writeSegment(to: ReturnType<typeof columnWriter>, segment: Segment): void {
  const { offers, schedules, occurrences, places, care, slots } = segment;
  to.texts([segment.feed]);
  to.texts(segment.ids);
  for (const column of Object.values(offers)) to.column(column);
  to.column(segment.placeOf);
  for (const column of Object.values(schedules)) to.column(column);
  to.column(segment.excepts);
  for (const column of Object.values(occurrences)) to.column(column);
  to.column(segment.weeks);
  for (const column of Object.values(places)) to.column(column);
  for (const column of Object.values(care)) to.column(column);
  to.column(segment.openingsFrom);
  for (const column of Object.values(slots)) to.column(column);
  to.texts(segment.texts);
  to.column(segment.duplicates);
  to.texts(segment.duplicateOf);
}

/** Reads a segment; throws DamagedIndex where it is none. The order is that in which segments are built. */
export function readSegment(from: ReturnType<typeof columnReader>): Segment {
  const { u8, i8, u16, i16, u32, i32, f64, texts } = from;
  const feed = parseFeedId(texts()[0] ?? '');
  if (feed === undefined) throw new DamagedIndex();
  return {
    feed,
    ids: idsOf(texts()),
    offers: {
      kind: u8(),
      goals: u16(),
      fields: u16(),
      audiences: u16(),
      flags: u16(),
      validUntil: i32(),
      registerBy: i32(),
      needsGerman: i8(),
      teachEntry: i8(),
      teachTo: i8(),
      schooling: i8(),
      degree: i8(),
      ageFrom: i16(),
      ageTo: i16(),
      seatsFree: i32(),
      costCents: i32(),
      hoursMin: f64(),
      hoursMax: f64(),
      growthTo: f64(),
      selfPaced: f64(),
      dayParts: u32(),
      schedule: i32(),
      childcare: i32(),
      group: i32(),
      placesFrom: u32(),
    },
    placeOf: i32(),
    schedules: {
      flags: u8(),
      first: i32(),
      last: i32(),
      heldFirst: i32(),
      occurrencesFrom: u32(),
      exceptsFrom: u32(),
    },
    excepts: i32(),
    occurrences: {
      weekday: u8(),
      from: u16(),
      to: u16(),
      place: i8(),
      flags: u8(),
      firstWeek: i32(),
      weeksFrom: u32(),
    },
    weeks: u32(),
    places: { lat: f64(), lon: f64(), precision: u8(), postcode: i32(), district: i32(), address: i32() },
    care: {
      offer: i32(),
      kind: u8(),
      agesFrom: i32(),
      agesTo: i32(),
      free: i32(),
      asOf: i32(),
      flags: u8(),
      openings: i32(),
    },
    openingsFrom: u32(),
    slots: { days: u8(), from: u16(), to: u16() },
    texts: texts(),
    duplicates: i32(),
    duplicateOf: idsOf(texts()),
  };
}

function idsOf(texts: readonly string[]): readonly OfferId[] {
  return texts.map((text) => {
    const id = parseOfferId(text);
    if (id === undefined) throw new DamagedIndex();
    return id;
  });
}
