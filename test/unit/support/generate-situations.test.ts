import { expect, it } from 'vitest';
import type { Situation } from '../../../shared/domain/situation/situation.ts';
import {
  generateFamilies,
  generateOnlyChildren,
  generateSituations,
} from '../../support/generate-situations.ts';
import { SOME_REGION } from '../../support/some-region.ts';

const { region } = SOME_REGION;
const placesOfCare = ({ children }: Situation) =>
  children.flatMap(({ care }) => (care ?? []).map(({ place }) => place));

it('come out the same for the same seed, at home in the region', () => {
  const situations = generateSituations(region, 30, 3);
  expect(generateSituations(region, 30, 3)).toEqual(situations);
  expect(situations.every(({ home }) => region.postcodes.has(home!.postcode!))).toBe(true);
  expect(situations.some(({ children }) => children.length > 1)).toBe(true);
});

it('families have two children at two places, which differ from family to family', () => {
  const families = generateFamilies(region, 40, 3);
  expect(generateFamilies(region, 40, 3)).toEqual(families);
  for (const family of families) {
    expect(family.children.length).toBe(2);
    expect(new Set(placesOfCare(family).map((place) => JSON.stringify(place!.point))).size).toBe(2);
  }
  expect(new Set(families.map(({ home }) => JSON.stringify(home))).size).toBe(40);
  expect(new Set(families.map(({ goals }) => goals.join())).size).toBeGreaterThan(2);
});

it('only children are at one place that is known to the house', () => {
  for (const only of generateOnlyChildren(region, 20, 3)) {
    expect(only.children.length).toBe(1);
    expect(placesOfCare(only).map((place) => place!.precision)).toEqual(['street']);
  }
});
