import { describe, expect, it } from 'vitest';
import { feedsFileSchema, feedSettingsSchema } from '../../../shared/feeds/feed-settings.ts';

const GOOD = {
  id: 'vhs-berlin',
  format: 'open-vhs',
  source: { file: 'feeds/kurse.json.gz' },
  name: 'Kurse',
  credit: 'Servicezentrum',
  licence: 'CC-BY',
};
const issues = (own: object) =>
  feedSettingsSchema.safeParse({ ...GOOD, ...own }).error?.issues.map((issue) => issue.path.join('.'));

describe('feedSettingsSchema', () => {
  it('fills in the guards, and neither sample nor production', () => {
    expect(feedSettingsSchema.parse(GOOD)).toEqual({
      ...GOOD,
      sample: false,
      production: false,
      guards: {
        fromRecords: 100,
        minShare: 0.7,
        maxRejectedShare: 0.2,
        maxGrowth: 3,
        categories: true,
        fromInCategory: 5,
      },
    });
  });

  it('reads the time of day and single limits', () => {
    const { schedule, guards } = feedSettingsSchema.parse({
      ...GOOD,
      schedule: '03:30',
      guards: { minShare: 0.5 },
    });
    expect(schedule).toBe(210);
    expect(guards).toMatchObject({ minShare: 0.5, maxGrowth: 3 });
  });

  it.each([
    ['id', { id: 'VHS Berlin' }],
    ['format', { format: 'csv' }],
    ['schedule', { schedule: '24:00' }],
    ['source.url', { source: { url: 'http://example.org/feed.json' } }],
    ['guards.minShare', { guards: { minShare: 70 } }],
    ['map', { format: 'table' }],
    ['map', { map: 'feeds/kurse.map.json' }],
    ['map', { format: 'table', map: '../kurse.map.json' }],
    ['map', { format: 'table', map: '/etc/kurse.map.json' }],
    ['occupancy', { format: 'hsds', occupancy: { source: { file: 'belegung.xml' }, minute: 20 } }],
    ['occupancy.minute', { occupancy: { source: { file: 'belegung.xml' }, minute: 60 } }],
    ['wholeOn', { wholeOn: 'su' }],
    ['wholeOn', { source: { url: 'https://example.org/hsds', pages: 'hsds' }, wholeOn: 'sunday' }],
    ['', { colour: 'red' }],
  ])('refuses a wrong value at "%s"', (path, own) => {
    expect(issues(own)).toEqual([path]);
  });
});

describe('feedsFileSchema', () => {
  it('refuses two feeds with one id', () => {
    expect(feedsFileSchema.safeParse([GOOD, { ...GOOD, id: 'other' }]).success).toBe(true);
    expect(feedsFileSchema.safeParse([GOOD, GOOD]).error?.issues[0]?.message).toBe('feed-id-twice');
  });
});
