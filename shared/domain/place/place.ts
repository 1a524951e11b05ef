import type { Point } from './point.ts';

/** How well a place is known: to the house, only by the point of its postcode or district, only the city, or not at all. */
export type Precision = 'street' | 'postcode' | 'district' | 'city' | 'none';

/**
 * Where something is, as far as known. `point` is present for the precisions `street`, `postcode` and `district`, and
 * then stands for the house or for the middle of the area. `district` is an id of the region.
 */
export type Place = {
  readonly name?: string;
  readonly street?: string;
  readonly postcode?: string;
  readonly city?: string;
  readonly district?: string;
  readonly point?: Point;
  readonly precision: Precision;
};
