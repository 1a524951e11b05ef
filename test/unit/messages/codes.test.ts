import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import de from '../../../shared/messages/de.json' with { type: 'json' };
import { REASONS } from '../../../shared/messages/say-criterion.ts';
import { CARER_QUESTIONS, PROVIDER_QUESTIONS } from '../../../shared/messages/say-question.ts';

// Codes that have a type are held by the compiler; those that are plain text in the matcher are looked for in its source.

const MATCHING = join(import.meta.dirname, '../../../shared/domain/matching');
const sources = globSync('**/*.ts', { cwd: MATCHING }).map((file) => ({
  file,
  source: readFileSync(join(MATCHING, file), 'utf8'),
}));

function found(pattern: RegExp, only = /./): readonly string[] {
  const codes = sources
    .filter(({ file }) => only.test(file))
    .flatMap(({ source }) => [...source.matchAll(pattern)].map(([, code = '']) => code));
  return [...new Set(codes)].sort();
}

describe('every code of the matcher has words', () => {
  test('questions to the provider', () => {
    const asked = [...found(/askProvider\('([^']+)'\)/g), ...found(/of: 'provider',\s+code: '([^']+)'/g)];
    expect([...new Set(asked)].sort()).toEqual([...PROVIDER_QUESTIONS].sort());
  });

  test('questions to who cares', () => {
    const asked = found(/of: 'carer',\s+code: '([^']+)'/g);
    expect(asked).toEqual(['place-would-do']);
    const notToCarers = ['care-not-stated', 'course-childcare'];
    const openGaps = found(/return \['([^']+)'/g, /remaining-gaps/);
    expect([...openGaps.filter((code) => !notToCarers.includes(code)), ...asked].sort()).toEqual(
      [...CARER_QUESTIONS].sort(),
    );
  });

  test.each([
    ['start', [...REASONS.start, 'no-date']],
    ['own-time', REASONS['own-time']],
    ['german', ['too-easy', 'too-low']],
    ['format', ['not-stated']],
    ['access', ['not-stated']],
    ['hours', ['not-stated', 'part-time']],
    ['reach', ['place-not-known']],
  ])('reasons of %s', (criterion, known) => {
    expect(found(/reason: '([^']+)'/g, new RegExp(`criteria/${criterion}\\.ts$`))).toEqual([...known].sort());
  });

  test('and no criterion has reasons beside those', () => {
    const others = /criteria\/(?!start|own-time|german|format|access|hours|reach)/;
    expect(found(/reason: '([^']+)'/g, others)).toEqual([]);
  });

  test('words for codes that are gone are gone too', () => {
    const keys = Object.keys(de);
    const of = (prefix: string) =>
      keys.filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
    expect(of('provider.').sort()).toEqual([...PROVIDER_QUESTIONS, 'other'].sort());
    expect(of('carer.').sort()).toEqual([...CARER_QUESTIONS, 'other'].sort());
  });
});
