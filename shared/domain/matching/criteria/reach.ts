import { knownPoint } from '../../place/travel.ts';
import type { Place } from '../../place/place.ts';
import type { CriterionResult, OpenQuestion } from '../match-result.ts';
import type { Frame } from '../frame.ts';
import type { Variant } from '../variants.ts';
import { askPerson, askProvider, outcomesOf, type Candidate } from './criterion.ts';

const { met, unmet, unknown, notApplicable } = outcomesOf('reach');

/** The way is not longer than the person accepts. */
export function reach({ frame, variant }: Candidate): CriterionResult {
  if (!variant.modes.includes('on-site') && variant.modes.length > 0) return notApplicable({ online: true });
  const minutes = longestWayMinutes(frame, variant);
  if (minutes === undefined) {
    return unknown(
      { reason: 'place-not-known' },
      ...placeQuestions(frame, variant.places.length === 0 ? [{ precision: 'none' }] : variant.places),
    );
  }
  const facts = { travelMinutes: minutes, maxMinutes: frame.maxTravelMinutes, by: frame.by };
  if (minutes <= frame.maxTravelMinutes) return met(facts);
  const isNear = minutes <= frame.maxTravelMinutes + frame.region.figures.reachNearMissMinutes;
  return unmet(facts, isNear ? 'reach' : undefined);
}

/** The longest direct way from home to a place of the variant; `undefined` when one is not known or there is none. */
export function longestWayMinutes(frame: Frame, { places }: Variant): number | undefined {
  const ways = places.map((place) => frame.way(frame.home, place));
  const known = ways.flatMap((minutes) => (minutes === undefined ? [] : [minutes]));
  return known.length === 0 || known.length < ways.length ? undefined : Math.max(...known);
}

/** The person's home, the offer's place, or both: whatever is not known of where one has to go. */
export function placeQuestions(frame: Frame, places: readonly Place[]): readonly OpenQuestion[] {
  const homeKnown = knownPoint(frame.home) !== undefined;
  const placesKnown = places.every((place) => knownPoint(place) !== undefined);
  return [...(homeKnown ? [] : [askPerson('home')]), ...(placesKnown ? [] : [askProvider('place')])];
}
