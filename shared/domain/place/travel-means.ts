/** Ways of getting about, of the contract. */
export const TRAVEL_MEANS = ['walk', 'bike', 'transit', 'car'] as const;
export type TravelMeans = (typeof TRAVEL_MEANS)[number];
