import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { explanationRequest } from '../../../shared/contract/match-request.ts';
import { toSituation } from '../../../shared/contract/to-situation.ts';
import { candidateKey, currentOffers } from '../../../shared/domain/matching/candidates.ts';
import { leversOn } from '../../../shared/domain/matching/fast/levers/levers-ranking.ts';
import { rankOffers, type OfferSource, type Ranking } from '../../../shared/domain/matching/fast/ranking.ts';
import { frameOf } from '../../../shared/domain/matching/frame.ts';
import { possibleChanges } from '../../../shared/domain/matching/levers/levers.ts';
import { buildIndex } from '../../../shared/domain/matching/match-index/build-index.ts';
import type { MatchIndex } from '../../../shared/domain/matching/match-index/match-index.ts';
import { offerIdAt } from '../../../shared/domain/matching/match-index/offer-ids.ts';
import type { Situation } from '../../../shared/domain/situation/situation.ts';
import { importRegion, type ImportedRegion } from '../../support/region-in-memory.ts';
import { day } from '../../support/some-offer.ts';

const today = day('2026-11-22');
let dortmund: ImportedRegion;
let index: MatchIndex;
let source: OfferSource;

function situationOf(family: string): Situation {
  const file = join(import.meta.dirname, `../../journeys/situations/dortmund-${family}.json`);
  const text = explanationRequest.parse(JSON.parse(readFileSync(file, 'utf8')));
  const { region, germanPostcodes } = dortmund.loaded;
  const situation = toSituation(text, { region, postcodeExists: (code) => germanPostcodes.has(code) });
  if (!situation.ok) throw new Error(JSON.stringify(situation.failure));
  return situation.value;
}

const rank = (situation: Situation, levers: boolean): Ranking =>
  rankOffers({
    situation,
    index,
    offers: source,
    region: dortmund.loaded.region,
    today,
    levers: levers ? leversOn : undefined,
  });

/** What fits, with a place or without: each course or offer by its name. */
function fitting({ counts, slice }: Ranking): ReadonlySet<string> {
  return new Set(slice(0, counts.fits + counts['fits-with-care']).map(({ offer }) => candidateKey(offer)));
}

beforeAll(async () => {
  dortmund = await importRegion('dortmund', today);
  index = buildIndex(dortmund.offers, dortmund.loaded.region);
  const byId = new Map(dortmund.offers.map((offer) => [offer.id, offer]));
  const childcare = currentOffers(dortmund.offers, today).filter(({ kind }) => kind === 'childcare');
  source = { at: ({ ids }, row) => byId.get(offerIdAt(ids, row))!, withCare: () => childcare };
});

describe('what would help families of Dortmund on 22 November 2026', () => {
  it.each([
    ['mother-of-two', 5],
    ['cashier', 1],
    ['foreign-degree', 5],
    ['parental-leave', 5],
    ['lone-father', 0],
    ['student-with-baby', 5],
  ])('%s is told %i changes, those first that open most, and finds what they open', (family, count) => {
    const situation = situationOf(family);
    const { levers = [] } = rank(situation, true);
    const counted = levers.map(({ opens }) => opens);
    expect(counted).toHaveLength(count);
    expect(counted).toEqual(counted.toSorted((one, other) => other - one));

    const before = fitting(rank(situation, false));
    const changes = possibleChanges(frameOf(situation, dortmund.loaded.region, today));
    const found = levers.map(({ change }) => {
      const text = JSON.stringify(change.change);
      const changed = changes.find((each) => JSON.stringify(each.change) === text)!;
      const after = fitting(rank(changed.situation, false));
      return [...after].filter((key) => !before.has(key)).length;
    });
    expect(found).toEqual(counted);
    expect(counted.every((opens) => opens > 0)).toBe(true);
  });
});
