import { Engine, type RuleProperties } from 'json-rules-engine';
import type { Region } from '../../../shared/domain/place/region.ts';
import type { Situation } from '../../../shared/domain/situation/situation.ts';
import type { LocalDate } from '../../../shared/domain/time/local-date.ts';
import { leadMinutes, uncoveredMinutes } from './plain-scan.ts';
import type { SharedOffer } from './shared-offer.ts';
import type { SharedPartEngine } from './shared-part-engine.ts';
import { sharedQuestionOf, type SharedQuestion } from './shared-question.ts';

/** What the rules are asked about one offer at one place: all that has to be computed is computed before. */
type Facts = {
  readonly position: number;
  readonly servesGoal: boolean;
  readonly first: number;
  readonly wayMinutes: number;
  readonly uncoveredMinutes: number;
};

/** The shared part as one rule of json-rules-engine 7, run over facts computed before the clock starts. */
export function createRulesEngine(
  offers: readonly SharedOffer[],
  region: Region,
  today: LocalDate,
): SharedPartEngine & { readonly prepare: (situation: Situation) => void } {
  const prepared = new Map<Situation, readonly Facts[]>();
  const factsFor = (situation: Situation): readonly Facts[] => {
    const known = prepared.get(situation) ?? factsOf(offers, sharedQuestionOf(situation, region, today));
    prepared.set(situation, known);
    return known;
  };
  const positions = async (situation: Situation): Promise<readonly number[]> => {
    const engine = new Engine([ruleOf(sharedQuestionOf(situation, region, today))]);
    const found = new Set<number>();
    for (const facts of factsFor(situation)) {
      const { events } = await engine.run(facts);
      if (events.length > 0) found.add(facts.position);
    }
    return [...found];
  };
  return {
    name: 'json-rules-engine',
    prepare: factsFor,
    count: async (situation) => (await positions(situation)).length,
    positions,
    note: 'one rule with four conditions, the most decisive first; goals, ways and coverage come as facts and are not timed',
  };
}

function factsOf(offers: readonly SharedOffer[], question: SharedQuestion): readonly Facts[] {
  const { frame, goals, home } = question;
  return offers.flatMap((offer) =>
    offer.places.map((place) => ({
      position: offer.position,
      servesGoal: offer.goals.some((goal) => goals.includes(goal)),
      first: offer.first,
      wayMinutes: frame.way(home, place) ?? Number.MAX_SAFE_INTEGER,
      uncoveredMinutes: uncoveredMinutes(offer, leadMinutes(question, place), question),
    })),
  );
}

/** Conditions of higher priority are looked at first, and the others only if those hold. */
function ruleOf({ frame, from, until }: SharedQuestion): RuleProperties {
  return {
    conditions: {
      all: [
        { fact: 'uncoveredMinutes', operator: 'equal', value: 0, priority: 4 },
        { fact: 'wayMinutes', operator: 'lessThanInclusive', value: frame.maxTravelMinutes, priority: 3 },
        { fact: 'servesGoal', operator: 'equal', value: true, priority: 2 },
        { fact: 'first', operator: 'greaterThanInclusive', value: from },
        { fact: 'first', operator: 'lessThanInclusive', value: until },
      ],
    },
    event: { type: 'holds' },
  };
}
