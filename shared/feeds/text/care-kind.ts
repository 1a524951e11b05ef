import type { CareKind } from '../../domain/offer/terms.ts';

const WORDS: readonly (readonly [RegExp, CareKind])[] = [
  [/tagespflege|tagesmutter|childmind/iu, 'childminder'],
  [/\bhort\b|ganztag|\bogs\b|after[- ]?school|breakfast club|wraparound/iu, 'school-allday'],
  [/\bkita|kindertages|kindergarten|krippe|nurser(?:y|ies)\b|pre-?school|cr[eè]che|day ?care/iu, 'kita'],
  [/kinderbetreuung|randzeit|child ?care/iu, 'other'],
];

/** The kind of childcare that names and terms tell of, German or English; `undefined` = none of them speaks of childcare. */
export function careKindOf(words: readonly string[]): CareKind | undefined {
  return WORDS.find(([pattern]) => words.some((word) => pattern.test(word)))?.[1];
}
