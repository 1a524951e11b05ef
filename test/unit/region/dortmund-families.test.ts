import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { explanationRequest } from '../../../shared/contract/match-request.ts';
import { toSituation } from '../../../shared/contract/to-situation.ts';
import { matchOffers } from '../../../shared/domain/matching/match-offers.ts';
import { VERDICTS, type MatchResult } from '../../../shared/domain/matching/match-result.ts';

import { importRegion, type ImportedRegion } from '../../support/region-in-memory.ts';
import { day } from '../../support/some-offer.ts';

const FAMILIES = [
  'mother-of-two',
  'cashier',
  'foreign-degree',
  'parental-leave',
  'lone-father',
  'student-with-baby',
] as const;
const today = day('2026-11-22');
let dortmund: ImportedRegion;
const results = new Map<string, MatchResult>();

function match(family: string): MatchResult {
  const file = join(import.meta.dirname, `../../journeys/situations/dortmund-${family}.json`);
  const text = explanationRequest.parse(JSON.parse(readFileSync(file, 'utf8')));
  const { region, germanPostcodes } = dortmund.loaded;
  const situation = toSituation(text, { region, postcodeExists: (code) => germanPostcodes.has(code) });
  if (!situation.ok) throw new Error(JSON.stringify(situation.failure));
  return matchOffers({ situation: situation.value, offers: dortmund.offers, region, today, levers: false });
}

beforeAll(async () => {
  dortmund = await importRegion('dortmund', today);
  for (const family of FAMILIES) results.set(family, match(family));
});

describe('families of Dortmund on 22 November 2026', () => {
  it.each(FAMILIES)('%s finds something that fits, fits with a place, or nearly fits', (family) => {
    const { counts } = results.get(family)!;
    expect(counts.fits + counts['fits-with-care'] + counts.nearly).toBeGreaterThan(0);
    expect(counts.ask + counts.no).toBeGreaterThan(0);
  });

  it('meet every verdict', () => {
    for (const verdict of VERDICTS) {
      const found = [...results.values()].filter(({ counts }) => counts[verdict] > 0);
      expect(found.length, verdict).toBeGreaterThan(0);
    }
  });

  it('get the golden verdicts', async () => {
    const lines = [...results].map(([family, { counts, matches }]) => {
      const shown = VERDICTS.filter((verdict) => verdict !== 'no').map((verdict) => {
        const ids = matches.filter((found) => found.verdict === verdict).map(({ offer }) => offer.id);
        return `  ${verdict}: ${ids.map((id) => id.replace(/^beispiel-/, '')).join(' ')}\n`;
      });
      return `${family} ${JSON.stringify(counts)}\n${shown.join('')}`;
    });
    await expect(lines.join('')).toMatchFileSnapshot('golden/dortmund-families.txt');
  });
});
