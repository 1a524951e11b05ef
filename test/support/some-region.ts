import { DEFAULT_FIGURES } from '../../shared/domain/matching/figures.ts';
import { parseRegionId } from '../../shared/domain/place/region.ts';
import type { RegionInUse } from '../../shared/use-cases/region-in-use.ts';
import { day } from './some-offer.ts';

const id = parseRegionId('berlin');
if (id === undefined) throw new Error('berlin is an id');

/** A small Berlin pinned to 24 March 2025: 12045 and 12055 have points, 80331 exists elsewhere, 00000 does not exist. */
export const SOME_REGION: RegionInUse & { readonly asOf: NonNullable<RegionInUse['asOf']> } = {
  region: {
    id,
    name: 'Berlin',
    centre: { lat: 52.52, lon: 13.405 },
    postcodes: new Map([
      ['12045', { lat: 52.486, lon: 13.436 }],
      ['12055', { lat: 52.473, lon: 13.446 }],
    ]),
    districts: new Map([['neukoelln', { name: 'Neukölln', point: { lat: 52.48, lon: 13.44 } }]]),
    publicHolidays: new Set(),
    schoolHolidays: [],
    usualGermanGate: 'B1',
    schoolEntryCutOff: { month: 9, day: 30 },
    bookingPresets: [],
    allDaySchoolEnd: 1080,
    figures: DEFAULT_FIGURES,
  },
  asOf: {
    text: '2025-03-24T06:00:00+01:00',
    instant: Date.parse('2025-03-24T06:00:00+01:00'),
    date: day('2025-03-24'),
  },
  postcodeExists: (postcode) => ['12045', '12055', '80331'].includes(postcode),
};
