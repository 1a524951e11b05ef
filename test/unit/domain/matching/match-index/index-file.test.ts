import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readIndex, writeIndex } from '../../../../../shared/domain/matching/match-index/index-file.ts';
import { buildIndex } from '../../../../../shared/domain/matching/match-index/build-index.ts';
import type { MatchIndex } from '../../../../../shared/domain/matching/match-index/match-index.ts';
import { ANY_REGION, anyInput } from '../../../../support/any-family.ts';
import { generateOffers } from '../../../../support/generate-offers.ts';
import { SOME_REGION } from '../../../../support/some-region.ts';
import { TODAY } from '../../../../support/family-language.ts';

function index(): MatchIndex {
  const { region } = SOME_REGION;
  return buildIndex(generateOffers({ region, today: TODAY, count: 300, childcare: 40, seed: 5 }), region);
}

function refusal(bytes: Uint8Array): string {
  const read = readIndex(bytes);
  return read.ok ? 'read' : read.failure;
}

describe('the binary form of an index', () => {
  test('gives the same index again', () => {
    const made = index();
    expect(readIndex(writeIndex(made))).toEqual({ ok: true, value: made });
  });

  test('gives the same index again for any offers, and for none', () => {
    fc.assert(
      fc.property(anyInput, ({ offers }) => {
        const made = buildIndex(offers, ANY_REGION);
        expect(readIndex(writeIndex(made))).toEqual({ ok: true, value: made });
      }),
      { numRuns: 50 },
    );
    expect(readIndex(writeIndex({ segments: [] }))).toEqual({ ok: true, value: { segments: [] } });
  });

  test('is read from the middle of other bytes too', () => {
    const bytes = writeIndex(index());
    const around = new Uint8Array(bytes.length + 3);
    around.set(bytes, 3);
    expect(refusal(around.subarray(3))).toBe('read');
  });

  test('is refused when it is something else', () => {
    expect(refusal(new Uint8Array(0))).toBe('not-an-index');
    expect(refusal(new TextEncoder().encode('{"offers": [], "and": "more than a header"}'))).toBe(
      'not-an-index',
    );
  });

  test('is refused when it was written by another version', () => {
    const bytes = writeIndex(index());
    bytes[8] = (bytes[8] ?? 0) + 1;
    expect(refusal(bytes)).toBe('other-version');
  });

  test('is refused when it is cut off, wherever that is', () => {
    const bytes = writeIndex(index());
    fc.assert(
      fc.property(fc.integer({ min: 0, max: bytes.length - 1 }), (length) => {
        expect(['not-an-index', 'damaged']).toContain(refusal(bytes.slice(0, length)));
      }),
    );
  });

  test('is refused when any byte of it was changed', () => {
    const bytes = writeIndex(index());
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: bytes.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        (at, change) => {
          const changed = bytes.slice();
          changed[at] = (changed[at] ?? 0) ^ change;
          expect(refusal(changed)).not.toBe('read');
        },
      ),
    );
  });
});
