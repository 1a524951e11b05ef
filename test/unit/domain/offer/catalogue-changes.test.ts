import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  changesBetween,
  toCatalogueOffer,
  versionsOf,
} from '../../../../shared/domain/offer/catalogue-changes.ts';
import type { Catalogue } from '../../../../shared/domain/offer/catalogue.ts';
import { hashOffer } from '../../../../shared/use-cases/hash-offer.ts';
import { FEED, numberedId, numberedOffer } from '../../../support/numbered-offers.ts';

function catalogueOf(revisions: Readonly<Record<number, number>>): Catalogue {
  const entries = Object.entries(revisions).map(([number, revision]) => {
    const offer = numberedOffer(Number(number), revision);
    return { version: hashOffer(offer), offer: toCatalogueOffer(offer) };
  });
  return { feed: FEED, entries };
}

describe('the changes between two catalogues', () => {
  it('are additions, changes and removals, ascending by offer', () => {
    const [before, after] = [catalogueOf({ 1: 1, 2: 1, 3: 1 }), catalogueOf({ 2: 2, 3: 1, 4: 1 })];
    expect(changesBetween(before, after).map(({ kind, offer }) => [kind, offer])).toEqual([
      ['removed', numberedId(1)],
      ['changed', numberedId(2)],
      ['added', numberedId(4)],
    ]);
  });

  it('are all additions when there was nothing, and none when nothing changed', () => {
    const after = catalogueOf({ 1: 1, 2: 1 });
    expect(changesBetween(undefined, after).map(({ kind }) => kind)).toEqual(['added', 'added']);
    expect(changesBetween(after, after)).toEqual([]);
  });

  it('lead from the one to the other', () => {
    const revisions = fc.dictionary(
      fc.integer({ min: 1, max: 9 }).map(String),
      fc.integer({ min: 1, max: 3 }),
    );
    fc.assert(
      fc.property(revisions, revisions, (one, other) => {
        const [before, after] = [catalogueOf(one), catalogueOf(other)];
        const offered = new Map(versionsOf(before));
        for (const { kind, offer, version } of changesBetween(before, after)) {
          expect(offered.has(offer)).toBe(kind !== 'added');
          if (kind === 'removed') offered.delete(offer);
          else offered.set(offer, version!);
        }
        expect([...offered].sort()).toEqual([...versionsOf(after)].sort());
      }),
    );
  });
});
