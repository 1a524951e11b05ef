import { ASK_OTHER, askField } from '../answer.ts';
import { HOME, isKnownPlace, type Spot, type Surroundings } from '../ways/surroundings.ts';

/** What is asked where a way is not known: the person's home, the offer's places on site, or both; 0 when all are known. */
export function askPlaces({ facts }: Surroundings, spots: readonly Spot[]): number {
  const home = isKnownPlace(facts(HOME)) ? 0 : askField('home');
  const areKnown = spots.every((spot) => isKnownPlace(spot.facts));
  return home | (areKnown ? 0 : ASK_OTHER);
}
