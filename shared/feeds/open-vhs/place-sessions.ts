import type { Place } from '../../domain/place/place.ts';
import type { DatedSession } from '../../domain/time/timetable.ts';
import type { OfferContext } from '../feed-format.ts';
import { noticeOf, type Notice, type RecordPlace } from '../notice.ts';
import type { ListedSession, SessionList } from './read-sessions.ts';
import { isOnline, spotOf, type Spot } from './spot-of-address.ts';

/** Where a course takes place, in the words of matching.md "Places of an offer". */
export type PlacedSessions = {
  readonly places: readonly Place[];
  readonly online: boolean;
  readonly dated: readonly DatedSession[];
  readonly stepFree?: boolean;
  readonly notices: readonly Notice[];
};

/** What the record says of the whole course: a mark for online or blended, and whether one may choose (hybrid). */
export type CourseMode = { readonly mark: 'online' | 'blended' | 'none'; readonly isHybrid: boolean };

type Room = Exclude<Spot, 'online'>;

/**
 * Puts each session at its place.
 * - All sessions at one place: that place, and sessions name none. Several places, or a room and online in turn: each
 *   session names its own.
 * - Every session both in a room and online, or a course with a room marked as hybrid: one may choose, so the course has its
 *   place and is online too (variants), and sessions name neither. Only some sessions double: those are on site.
 * - Marked as online but held in a room and not hybrid: the room counts, as calling it online could promise too much.
 */
export function placeSessions(
  list: SessionList,
  mode: CourseMode,
  context: Pick<OfferContext, 'region' | 'bounds'>,
  record: RecordPlace,
): PlacedSessions {
  const located = new Map(
    [...new Set(list.addresses)].map((address) => [address, spotOf(address, context, record)]),
  );
  const spotsOf = (session: ListedSession) =>
    distinct(session.addresses.flatMap((address) => located.get(address)?.spot ?? []));
  const all = distinct([...located.values()].map(({ spot }) => spot));
  const rooms = distinctRooms(all, list.sessions.map(spotsOf));
  const isSomeOnline = all.includes('online');
  const isEachDouble =
    list.sessions.length > 0 &&
    list.sessions.map(spotsOf).every((spots) => spots.length > 1 && spots.includes('online'));
  const isChoice = rooms.length === 1 && (isEachDouble || (mode.isHybrid && !isSomeOnline));
  const namesOwn = rooms.length > 1 || (rooms.length === 1 && isSomeOnline && !isChoice);
  const dated = list.sessions.map((session) => {
    const { date, from, to } = session;
    const spot = namesOwn ? oneSpot(spotsOf(session)) : undefined;
    if (spot === undefined) return { date, from, to };
    if (spot === 'online') return { date, from, to, online: true };
    return { date, from, to, place: rooms.findIndex((room) => room.key === spot.key) };
  });
  return {
    places: rooms.map((room) => room.place),
    online: isChoice || (rooms.length === 0 && (isSomeOnline || mode.mark === 'online')),
    dated,
    ...stepFreeOf(list),
    notices: oncePerCode([
      ...[...located.values()].flatMap(({ notices }) => notices),
      ...contradictions({ list, mode, isChoice, isSomeOnline, rooms: rooms.length }, record),
      ...(rooms.includes(UNKNOWN_ROOM)
        ? [noticeOf('session-at-two-places', { record, field: 'adresse' })]
        : []),
    ]),
  };
}

/** Stands for the place of a session that is listed at two of them: which one is not known. */
const UNKNOWN_ROOM: Room = { key: 'two places', place: { precision: 'none' } };

function distinctRooms(all: readonly Spot[], perSession: readonly (readonly Spot[])[]): readonly Room[] {
  const rooms = all.filter((spot) => spot !== 'online');
  return perSession.some((spots) => oneSpot(spots) === UNKNOWN_ROOM) ? [...rooms, UNKNOWN_ROOM] : rooms;
}

/** A session is on site where it is on site or online; at two places it is at an unknown one. */
function oneSpot(spots: readonly Spot[]): Spot | undefined {
  const rooms = spots.filter((spot) => spot !== 'online');
  return rooms.length > 1 ? UNKNOWN_ROOM : (rooms[0] ?? spots[0]);
}

function distinct(spots: readonly Spot[]): readonly Spot[] {
  return [...new Map(spots.map((spot) => [spot === 'online' ? spot : spot.key, spot])).values()];
}

/** Only what all rooms say alike is known. Online addresses say nothing about steps. */
function stepFreeOf(list: SessionList): { readonly stepFree?: boolean } {
  const [only, ...others] = accessStated(list);
  return others.length === 0 && (only === 'true' || only === 'false') ? { stepFree: only === 'true' } : {};
}

function accessStated(list: SessionList): ReadonlySet<string | undefined> {
  const rooms = list.addresses.filter((address) => !isOnline(address));
  return new Set(rooms.map((address) => address.behindertenzugang?.trim().toLowerCase()));
}

function contradictions(
  found: {
    readonly list: SessionList;
    readonly mode: CourseMode;
    readonly isChoice: boolean;
    readonly isSomeOnline: boolean;
    readonly rooms: number;
  },
  record: RecordPlace,
): readonly Notice[] {
  const { list, mode, isChoice, isSomeOnline, rooms } = found;
  const isContradicted = mode.mark === 'online' && rooms > 0 && !isChoice && !isSomeOnline;
  return [
    ...(isContradicted ? [noticeOf('online-contradicted', { record, field: 'merkmale' })] : []),
    ...(mode.mark === 'blended' && !isSomeOnline
      ? [noticeOf('blended-not-shown', { record, field: 'merkmale' })]
      : []),
    ...(accessStated(list).size > 1
      ? [noticeOf('step-free-differs', { record, field: 'behindertenzugang' })]
      : []),
  ];
}

function oncePerCode(notices: readonly Notice[]): readonly Notice[] {
  return notices.filter(
    (notice, index) => notices.findIndex((other) => other.code === notice.code) === index,
  );
}
