import { describe, expect, it } from 'vitest';
import { guardRun, hasEnded, type GuardedOffer, type RunToGuard } from '../../../shared/feeds/guards.ts';
import { feedSettingsSchema } from '../../../shared/feeds/feed-settings.ts';
import { day } from '../../support/some-offer.ts';

const settings = feedSettingsSchema.parse({
  id: 'test-feed',
  format: 'open-vhs',
  source: { file: 'feeds/x.json' },
  name: 'Test',
  credit: 'Test',
  licence: 'CC0-1.0',
}).guards;
const offers = (count: number, own: Partial<GuardedOffer> = {}): readonly GuardedOffer[] =>
  Array.from({ length: count }, () => ({ kind: 'course', goals: ['german'], freshness: {}, ...own }));
const good: RunToGuard = {
  records: 200,
  rejected: 0,
  offers: offers(200),
  current: offers(200),
  today: day('2025-03-24'),
};
const codes = (own: Partial<RunToGuard>, guards = settings) =>
  guardRun({ ...good, ...own }, guards).map(({ code }) => code);

describe('guardRun', () => {
  it('lets a run like the last one through', () => {
    expect(codes({})).toEqual([]);
  });

  it('lets the first run of a feed through', () => {
    expect(codes({ current: [] })).toEqual([]);
  });

  it('lets 70 % of the last good run through and holds less', () => {
    expect(codes({ offers: offers(140) })).toEqual([]);
    expect(codes({ offers: offers(139) })).toEqual(['feed-shrank']);
  });

  it('lets 20 % rejected through and holds more', () => {
    expect(codes({ rejected: 40, offers: offers(160) })).toEqual([]);
    expect(codes({ rejected: 41, offers: offers(159) })).toEqual(['too-many-rejected']);
  });

  it('lets three times as many through and holds more', () => {
    expect(codes({ records: 600, offers: offers(600) })).toEqual([]);
    expect(codes({ records: 601, offers: offers(601) })).toEqual(['feed-grew']);
  });

  it('holds a run in which a kind or goal has no offer any more', () => {
    const current = [...offers(195), ...offers(5, { kind: 'advice', goals: ['orientation'] })];
    expect(guardRun({ ...good, current }, settings)).toEqual([
      { code: 'category-vanished', category: 'advice' },
      { code: 'category-vanished', category: 'orientation' },
    ]);
  });

  it('lets a kind or goal go that less than five offers had, or as many as the feed says', () => {
    const current = [...offers(196), ...offers(4, { kind: 'advice', goals: ['orientation'] })];
    expect(codes({ current })).toEqual([]);
    expect(codes({ current }, { ...settings, fromInCategory: 4 })).toEqual([
      'category-vanished',
      'category-vanished',
    ]);
  });

  it('does not count offers that have ended as missing, nor their categories', () => {
    const ended = offers(300, { kind: 'advice', freshness: { validUntil: day('2025-03-23') } });
    expect(codes({ current: [...good.current, ...ended] })).toEqual([]);
  });

  it('counts an offer as there on its last day', () => {
    const today = { validUntil: day('2025-03-24') };
    expect(codes({ current: [...good.current, ...offers(300, { freshness: today })] })).toEqual([
      'feed-shrank',
    ]);
    expect(hasEnded({ kind: 'course', goals: [], freshness: today }, day('2025-03-24'))).toBe(false);
  });

  it('holds a run without an offer, whatever its size', () => {
    expect(codes({ records: 0, offers: [] })).toEqual(['feed-empty']);
    expect(codes({ records: 3, rejected: 3, offers: [], current: offers(2) })).toEqual(['feed-empty']);
    expect(codes({ records: 0, offers: [], current: [] })).toEqual(['feed-empty']);
  });

  it('asks no more of a feed below 100 records', () => {
    const small = { records: 30, offers: offers(10), rejected: 20, current: offers(99, { kind: 'advice' }) };
    expect(codes(small)).toEqual([]);
    expect(codes({ ...small, current: offers(100, { kind: 'advice' }) })).toContain('feed-shrank');
  });

  it('goes by the limits of the feed', () => {
    const loose = { ...settings, minShare: 0.1, maxGrowth: 10, maxRejectedShare: 1, categories: false };
    expect(codes({ offers: offers(20, { kind: 'advice' }), rejected: 180 }, loose)).toEqual([]);
  });
});
