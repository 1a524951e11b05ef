import type { CatalogueOffer } from '../../shared/domain/offer/catalogue.ts';
import type { OfferId } from '../../shared/domain/offer/offer-id.ts';
import type { MatchingInput } from '../../shared/domain/matching/matching-input.ts';
import { VERDICTS, type Match, type MatchResult } from '../../shared/domain/matching/match-result.ts';

function fakeVerdict(offer: CatalogueOffer): Match {
  const verdict = VERDICTS.find((name) => offer.title.endsWith(`#${name}`)) ?? 'fits';
  return {
    offer,
    verdict,
    variant: 0,
    others: 0,
    criteria: [{ id: 'start', result: 'met', facts: { first: '2025-04-07' } }],
    gaps: [],
    gapMinutesPerWeek: verdict === 'ask' ? null : 0,
    travelMinutes: 15,
    first: offer.timetable.first ?? null,
    heeds: [],
    care: [],
  };
}

/** Stands in for judging one offer by itself, as `fakeMatch` does for all. */
export function fakeJudge({ offers }: MatchingInput, id: OfferId): Match | undefined {
  const offer = offers.find((each) => each.id === id);
  return offer && fakeVerdict(offer);
}

/**
 * Stands in for the matcher where a test is about what is around it: the verdict of an offer is the word after the hash
 * of its title (`Kurs #nearly`), `fits` without one; the one order is verdict, then id.
 */
export function fakeMatch({ offers, situation }: MatchingInput): MatchResult {
  const matches = offers
    .filter(
      ({ goals }) => situation.goals.length === 0 || goals.some((goal) => situation.goals.includes(goal)),
    )
    .map(fakeVerdict)
    .toSorted(
      (one, other) =>
        VERDICTS.indexOf(one.verdict) - VERDICTS.indexOf(other.verdict) ||
        (one.offer.id < other.offer.id ? -1 : 1),
    );
  const count = (verdict: Match['verdict']) => matches.filter((match) => match.verdict === verdict).length;
  return {
    matches,
    counts: {
      fits: count('fits'),
      'fits-with-care': count('fits-with-care'),
      nearly: count('nearly'),
      ask: count('ask'),
      no: count('no'),
    },
    excluded: [],
    assumptions: situation.home === undefined ? [{ id: 'home-centre', facts: {} }] : [],
  };
}
