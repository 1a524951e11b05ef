import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readRegion, REGIONS_FOLDER } from '../../../shared/adapters/file/read-region.ts';
import { frameOf } from '../../../shared/domain/matching/frame.ts';
import { assessCare } from '../../../shared/domain/matching/care/assess-care.ts';
import { notApplicable } from '../../../shared/domain/matching/care/care-assessment.ts';
import { CHECKS } from '../../../shared/domain/matching/criteria/all-criteria.ts';
import { trialContext } from '../../../shared/domain/matching/judge.ts';
import { variantsOf } from '../../../shared/domain/matching/variants.ts';
import type { CatalogueOffer } from '../../../shared/domain/offer/catalogue.ts';
import type { Region } from '../../../shared/domain/place/region.ts';
import type { Situation } from '../../../shared/domain/situation/situation.ts';
import { parseLocalDate } from '../../../shared/domain/time/local-date.ts';
import { buildIndex } from '../../../shared/domain/matching/match-index/build-index.ts';
import { createIndexScan } from '../../bench/shared-part/index-scan.ts';
import { createPlainScan } from '../../bench/shared-part/plain-scan.ts';
import { createReference } from '../../bench/shared-part/reference.ts';
import { createRulesEngine } from '../../bench/shared-part/rules-engine.ts';
import { sharedOffersOf, type SharedOffer } from '../../bench/shared-part/shared-offer.ts';
import { sharedQuestionOf } from '../../bench/shared-part/shared-question.ts';
import { createSqlite } from '../../bench/shared-part/sqlite.ts';
import { generateOffers } from '../../support/generate-offers.ts';
import { generateFamilies, generateOnlyChildren } from '../../support/generate-situations.ts';

const today = parseLocalDate('2025-03-24')!;
let region: Region;
let offers: readonly CatalogueOffer[];
let shared: readonly SharedOffer[];
let people: readonly Situation[];

beforeAll(async () => {
  const loaded = await readRegion(join(REGIONS_FOLDER, 'berlin'));
  if (!loaded.ok) throw new Error(loaded.failure.code);
  region = loaded.value.region;
  offers = generateOffers({ region, today, count: 900, childcare: 0, seed: 3 });
  shared = sharedOffersOf(offers, region, today);
  people = generateOnlyChildren(region, 12, 5);
});

/** All criteria of the part by the whole reference matcher, one offer after another. */
function byWholeMatcher(situation: Situation): readonly number[] {
  const { frame, goals } = sharedQuestionOf(situation, region, today);
  const context = trialContext(frameOf(situation, region, today), []);
  return shared.flatMap(({ position }) => {
    const offer = offers[position]!;
    const holds = variantsOf(frame, offer).some((variant) => {
      const isMet = (id: 'start' | 'reach' | 'care', care = notApplicable()): boolean =>
        CHECKS[id]({ frame, variant, care }).result === 'met';
      return isMet('start') && isMet('reach') && isMet('care', assessCare(context, variant));
    });
    return holds && offer.goals.some((goal) => goals.includes(goal)) ? [position] : [];
  });
}

describe('the part of a match that all engines are asked for', () => {
  it('is a fair part of the catalogue, and something holds for most', async () => {
    const scan = createPlainScan(shared, region, today);
    const counts: number[] = [];
    for (const person of people) counts.push(await scan.count(person));
    expect(shared.length).toBeGreaterThan(120);
    expect(counts.filter((count) => count > 0).length).toBeGreaterThan(6);
    expect(Math.max(...counts)).toBeLessThan(shared.length);
  });

  it('is what the whole matcher says of start, reach and care', async () => {
    const scan = createPlainScan(shared, region, today);
    for (const person of people.slice(0, 2))
      expect(await scan.positions!(person)).toEqual(byWholeMatcher(person));
  });

  it('is answered alike by the reference’s functions, by SQL with and without R-tree, and by rules', async () => {
    const scan = createPlainScan(shared, region, today);
    const [boxed, scanned] = (['r-tree', 'scan'] as const).map((search) =>
      createSqlite(shared, region, today, search),
    );
    const engines = [
      createReference(offers, shared, region, today),
      boxed!,
      scanned!,
      createRulesEngine(shared, region, today),
    ];
    for (const person of people.slice(0, 3)) {
      const expected = await scan.positions!(person);
      for (const engine of engines) {
        expect(await engine.positions!(person), engine.name).toEqual(expected);
        expect(await engine.count(person), engine.name).toBe(expected.length);
      }
    }
    boxed!.close();
    scanned!.close();
  });

  it('is counted alike by the rows of the index', async () => {
    const scan = createPlainScan(shared, region, today);
    const rows = createIndexScan(buildIndex(offers, region), region, today);
    for (const person of generateOnlyChildren(region, 150, 9)) {
      expect(await rows.count(person)).toBe(await scan.count(person));
    }
  });

  it('is not asked for families with more children', () => {
    const [family] = generateFamilies(region, 1, 1);
    expect(() => sharedQuestionOf(family!, region, today)).toThrow('one child');
  });
});
