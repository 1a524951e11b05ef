/** What takes part in a run. */
export const PARTS = ['fast', 'reference', 'plain-scan', 'sqlite', 'rules'] as const;
export type Part = (typeof PARTS)[number];

/** One size to be measured, handed to a process of its own as JSON. */
export type SizeOrder = {
  readonly offers: number;
  readonly situations: number;
  readonly levers: boolean;
  readonly only: readonly Part[];
};

/** How much of what is done at one size; counts of situations unless named otherwise. */
export type SizePlan = {
  readonly childcare: number;
  readonly builds: number;
  readonly warmUp: number;
  /** Whole answers of the reference, levers off. */
  readonly reference: number;
  /** With levers: persons, and candidates by chance over which the reference answers whole. */
  readonly levers: { readonly situations: number; readonly candidates: number };
  /** Candidates by chance and persons for which the reference judges those alone. */
  readonly sampledCandidates: number;
  readonly sampled: number;
  readonly sharedPart: {
    readonly plainScan: number;
    readonly sqlite: number;
    readonly rules: number;
    readonly reference: number;
    /** The reference takes each n-th offer of the part, and its time is multiplied. */
    readonly referenceStride: number;
  };
};

const MOST_OFFERS_WITH_LEVERS = 20_000;

/** Levers are asked for at the sizes of a city. */
export function hasLevers({ offers, levers }: SizeOrder): boolean {
  return levers && offers <= MOST_OFFERS_WITH_LEVERS;
}

/** The plan of a size: less repetition the longer things take. Childcare places as reckoned with for the four usual sizes, else 6 for 100 offers. */
export function planOf(offers: number): SizePlan {
  const childcare = CHILDCARE.get(offers) ?? Math.round(offers * 0.06);
  if (offers <= 5000) return { childcare, ...SMALL };
  if (offers <= 20_000) return { childcare, ...CITY };
  return offers <= 200_000 ? { childcare, ...LARGE } : { childcare, ...HUGE };
}

const CHILDCARE: ReadonlyMap<number, number> = new Map([
  [5000, 300],
  [20_000, 3000],
  [200_000, 20_000],
  [1_000_000, 60_000],
]);

const SMALL: Omit<SizePlan, 'childcare'> = {
  builds: 7,
  warmUp: 20,
  reference: 3,
  levers: { situations: 2, candidates: 20 },
  sampledCandidates: 200,
  sampled: 3,
  sharedPart: { plainScan: 100, sqlite: 100, rules: 5, reference: 5, referenceStride: 1 },
};
const CITY: Omit<SizePlan, 'childcare'> = {
  ...SMALL,
  reference: 1,
  sharedPart: { ...SMALL.sharedPart, reference: 3 },
};
const LARGE: Omit<SizePlan, 'childcare'> = {
  ...SMALL,
  builds: 2,
  reference: 0,
  sharedPart: { plainScan: 60, sqlite: 60, rules: 3, reference: 1, referenceStride: 1 },
};
const HUGE: Omit<SizePlan, 'childcare'> = {
  ...LARGE,
  builds: 1,
  sampled: 2,
  sharedPart: { plainScan: 20, sqlite: 20, rules: 2, reference: 1, referenceStride: 10 },
};
