import type { CatalogueOffer } from '../../offer/catalogue.ts';
import { candidateKey } from '../candidates.ts';

/** What offers stand for: the numbers of the courses that they are dates of, and how many numbers were given. */
export type GroupNumbers = { readonly ofCourses: Map<string, number>; count: number };

/** No numbers given yet. */
export function groupNumbers(): GroupNumbers {
  return { ofCourses: new Map(), count: 0 };
}

/** The number of what an offer stands for, from 0 in the order in which they come: dates of one course have one, every other offer its own. */
export function groupOf(groups: GroupNumbers, offer: CatalogueOffer): number {
  const key = offer.course === undefined ? undefined : candidateKey(offer);
  const known = key === undefined ? undefined : groups.ofCourses.get(key);
  if (known !== undefined) return known;
  if (key !== undefined) groups.ofCourses.set(key, groups.count);
  groups.count += 1;
  return groups.count - 1;
}
