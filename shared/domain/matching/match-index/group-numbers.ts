import type { CatalogueOffer } from '../../offer/catalogue.ts';
import { candidateKey } from '../candidates.ts';

/** Numbers what offers stand for, from 0 in the order in which they come: dates of one course have one number, every other offer its own. */
export function groupNumbers(): (offer: CatalogueOffer) => number {
  const courses = new Map<string, number>();
  let count = 0;
  return (offer) => {
    const key = offer.course === undefined ? undefined : candidateKey(offer);
    const known = key === undefined ? undefined : courses.get(key);
    if (known !== undefined) return known;
    if (key !== undefined) courses.set(key, count);
    count += 1;
    return count - 1;
  };
}
