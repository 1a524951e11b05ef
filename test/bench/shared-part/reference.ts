import { notApplicable } from '../../../shared/domain/matching/care/care-assessment.ts';
import { measureNeeds } from '../../../shared/domain/matching/care/gaps.ts';
import { reach } from '../../../shared/domain/matching/criteria/reach.ts';
import { start } from '../../../shared/domain/matching/criteria/start.ts';
import type { Frame } from '../../../shared/domain/matching/frame.ts';
import { variantsOf } from '../../../shared/domain/matching/variants.ts';
import type { CatalogueOffer } from '../../../shared/domain/offer/catalogue.ts';
import type { Region } from '../../../shared/domain/place/region.ts';
import type { LocalDate } from '../../../shared/domain/time/local-date.ts';
import type { SharedOffer } from './shared-offer.ts';
import type { SharedPartEngine } from './shared-part-engine.ts';
import { sharedQuestionOf, type SharedQuestion } from './shared-question.ts';

/** The shared part by the functions of the reference matcher: its variants, its checks of start and reach, its needs and gaps. */
export function createReference(
  all: readonly CatalogueOffer[],
  offers: readonly SharedOffer[],
  region: Region,
  today: LocalDate,
): SharedPartEngine {
  const positions = ({ frame, goals }: SharedQuestion): readonly number[] =>
    offers.flatMap(({ position }) => {
      const offer = all[position]!;
      const isAskedFor = offer.goals.some((goal) => goals.includes(goal));
      return isAskedFor && holds(frame, offer) ? [position] : [];
    });
  return {
    name: 'reference',
    count: (situation) => positions(sharedQuestionOf(situation, region, today)).length,
    positions: (situation) => positions(sharedQuestionOf(situation, region, today)),
    note: 'the functions of the reference matcher for these checks alone, session by session',
  };
}

function holds(frame: Frame, offer: CatalogueOffer): boolean {
  return variantsOf(frame, offer).some((variant) => {
    const candidate = { frame, variant, care: notApplicable() };
    if (start(candidate).result !== 'met' || reach(candidate).result !== 'met') return false;
    const needs = measureNeeds(frame, variant.sessions);
    return needs?.every(({ uncovered }) => uncovered.length === 0) ?? false;
  });
}
