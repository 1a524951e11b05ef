import { beforeAll, describe, expect, it } from 'vitest';
import type { Offer } from '../../../shared/domain/offer/offer.ts';
import type { RecordOutcome } from '../../../shared/feeds/feed-format.ts';
import type { NoticeCode } from '../../../shared/feeds/notice-catalogue.ts';
import { reasonToRefuse } from '../../../shared/feeds/refuse-offer.ts';
import { OPEN_VHS } from '../../../shared/feeds/open-vhs/open-vhs.ts';
import { formatLocalDate } from '../../../shared/domain/time/local-date.ts';
import { bytesOf, offerOf, outcomesOf } from '../../support/feed-under-test.ts';

// Counted over the 1,156 real courses of the region berlin. Each figure was counted on the file by other means as well.
let outcomes: readonly RecordOutcome[] = [];
let offers: readonly Offer[] = [];

beforeAll(async () => {
  outcomes = await outcomesOf(OPEN_VHS, bytesOf('shared/region/berlin/feeds/kurse.json.gz'));
  offers = outcomes.map(offerOf);
});

const withNotice = (code: NoticeCode) =>
  outcomes.filter((outcome) => outcome.notices.some((notice) => notice.code === code));
const idsWith = (code: NoticeCode) => withNotice(code).map((outcome) => outcome.record.id);
const course = (guid: string) => offers.find((offer) => offer.id === `test-feed:${guid}`)!;
const sum = (values: readonly number[]) => values.reduce((one, other) => one + other, 0);

describe('the 1,156 courses of Berlin', () => {
  it('all become offers with ids of their own, none looks like a test or is garbled', () => {
    expect(offers).toHaveLength(1156);
    expect(new Set(offers.map((offer) => offer.id)).size).toBe(1156);
    expect(offers.filter((offer) => reasonToRefuse(offer) !== undefined)).toEqual([]);
  });

  it('list 8,670 sessions: 114 repeat another in 24 courses, 20 are placeholders, 8,536 remain', () => {
    expect(sum(offers.map((offer) => offer.timetable.dated.length))).toBe(8536);
    expect(withNotice('session-repeated')).toHaveLength(24);
    const surplus = withNotice('session-repeated')
      .flatMap(({ notices }) => notices.filter((notice) => notice.code === 'session-repeated'))
      .map((notice) => Number.parseInt(notice.value ?? '', 10));
    expect(sum(surplus)).toBe(114);
  });

  it('hold one course whose 20 sessions are at 00:00-01:00: its days are known, its times are not', () => {
    expect(idsWith('session-placeholder')).toEqual(['721370']);
    const { timetable } = course('721370');
    expect(timetable).toMatchObject({ dated: [], complete: false, missing: ['session-times'] });
    expect(formatLocalDate(timetable.first!)).toBe('2025-05-19');
  });

  it('hold two courses without any session or place', () => {
    expect(idsWith('sessions-not-stated')).toEqual(['715693', '716788']);
    expect(course('716788')).toMatchObject({ places: [], online: false, timetable: { complete: false } });
    expect(formatLocalDate(course('716788').timetable.first!)).toBe('2025-04-05');
    expect(offers.filter((offer) => !offer.timetable.complete)).toHaveLength(3);
  });

  it('never take anzahl_termine (100 teaching units) for the number of sessions', () => {
    expect(course('610723').timetable.dated).toHaveLength(30);
  });

  it('hold three courses whose first or last day is not that of a session: the sessions count', () => {
    expect(idsWith('range-differs').toSorted()).toEqual(['689331', '711439', '714129']);
    expect(formatLocalDate(course('689331').timetable.last!)).toBe('2025-05-15'); // stated: 2025-06-28
    expect(formatLocalDate(course('714129').timetable.first!)).toBe('2025-07-15'); // stated: 2025-07-08
  });

  it('are online 114 times; in 4 more one may choose between a room and online', () => {
    const online = offers.filter((offer) => offer.online);
    expect(online.filter((offer) => offer.places.length === 0)).toHaveLength(114);
    const chosen = online.filter((offer) => offer.places.length > 0).map((offer) => offer.id);
    expect(chosen.toSorted()).toEqual(
      ['692889', '715982', '715996', '721023'].map((guid) => `test-feed:${guid}`),
    );
  });

  it('mark three courses as online that have a room: the room counts', () => {
    expect(idsWith('online-contradicted').toSorted()).toEqual(['709835', '717770', '720942']);
    expect(course('709835')).toMatchObject({ online: false, places: [{ street: 'Nehringstraße 8' }] });
  });

  it('put the sessions of a blended course each where it is held', () => {
    const { online, places, timetable } = course('719902');
    expect({ online, places: places.length }).toEqual({ online: false, places: 1 });
    expect(timetable.dated.filter((session) => session.online)).toHaveLength(2);
    expect(timetable.dated.filter((session) => session.place === 0)).toHaveLength(2);
  });

  it('know no place of a session that is listed at two places at once (2 courses)', () => {
    expect(idsWith('session-at-two-places').toSorted()).toEqual(['716249', '718148']);
    const { places, timetable } = course('716249');
    expect(timetable.dated.map((session) => places[session.place!]?.precision)).toEqual(['none']);
  });

  it('have sessions without street and postcode in 26 courses that are not online', () => {
    expect(withNotice('place-not-stated')).toHaveLength(26);
    expect(
      offers.flatMap((offer) => offer.places).filter((place) => place.point === undefined).length,
    ).toBeGreaterThan(26);
  });

  it('have places outside Berlin, which stay where they are', () => {
    const outside = offers
      .flatMap((offer) => offer.places)
      .filter((place) => /^(?!1[0234])/.test(place.postcode ?? '10'));
    expect([...new Set(outside.map((place) => place.postcode))].toSorted()).toEqual(['15566', '17398']);
  });

  it('say of 12 courses that only some of their rooms are step-free: not known', () => {
    expect(withNotice('step-free-differs')).toHaveLength(12);
    expect(withNotice('step-free-differs').every(({ offer }) => offer?.access === undefined)).toBe(true);
  });

  it('have a negative number of participants 30 times, 17 of them -1: free places not known', () => {
    expect(withNotice('count-negative')).toHaveLength(13);
    expect(
      offers.filter((offer) => offer.seats !== undefined && offer.seats.free === undefined),
    ).toHaveLength(27);
  });

  it('have room for nobody or one 7 times, which is no number of places', () => {
    expect(withNotice('capacity-implausible')).toHaveLength(7);
    expect(offers.filter((offer) => offer.seats === undefined)).toHaveLength(7);
  });

  it('cost 0.00 19 times: free where the text says so (7), else not known (12)', () => {
    expect(offers.filter((offer) => offer.cost?.free === true)).toHaveLength(7);
    expect(withNotice('price-zero')).toHaveLength(12);
    expect(offers.filter((offer) => offer.cost?.cents === 0).every((offer) => offer.cost?.free)).toBe(true);
  });

  it('are German courses 121 times; five orientation courses name no level, all others teach or ask for one', () => {
    const german = offers.filter((offer) => offer.goals.includes('german'));
    expect(german).toHaveLength(121);
    const silent = german.filter((offer) => offer.teaches === undefined && offer.needs.german === undefined);
    expect(silent.map((offer) => offer.id.replace('test-feed:', ''))).toEqual([
      '697733',
      '710138',
      '718767',
      '719314',
      '720615',
    ]);
    expect(silent.every((offer) => offer.title.includes('rientierungskurs'))).toBe(true);
    expect(offers.filter((offer) => offer.teaches && !offer.goals.includes('german'))).toEqual([]);
    expect(idsWith('level-differs').toSorted()).toEqual(['703838', '709835', '718802', '719172', '720120']);
  });

  it('serve no goal when they are leisure, and further training when they are for work', () => {
    expect(offers.filter((offer) => offer.goals.length === 0)).toHaveLength(885);
    expect(offers.filter((offer) => offer.goals.includes('further-training'))).toHaveLength(149);
  });

  it('name migrants 114 times and women 34 times as those they are for', () => {
    const meantFor = (audience: string) =>
      offers.filter((offer) => offer.needs.audiences?.some((one) => one === audience));
    expect(meantFor('migrants')).toHaveLength(114);
    expect(meantFor('women')).toHaveLength(34);
  });

  it('hold no markup, carriage return or mail address in any text, and no blank around titles', () => {
    for (const { title, summary = '' } of offers) {
      expect(title).toBe(title.trim());
      expect(summary).not.toMatch(/\r|<\/?(?:br|b|p|li|ul|a|font|strong)\b|&#\w+;|\S@\S+\.\S/);
    }
  });
});
