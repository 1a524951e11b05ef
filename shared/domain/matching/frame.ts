import { knownPoint, wayBy, type Way } from '../place/travel.ts';
import type { Place } from '../place/place.ts';
import type { Region } from '../place/region.ts';
import type { TravelMeans } from '../place/travel-means.ts';
import type { Child, Situation } from '../situation/situation.ts';
import type { Interval } from '../time/intervals.ts';
import { addMonths, formatLocalDate, type LocalDate } from '../time/local-date.ts';
import type { Assumption } from './match-result.ts';

/** A situation with every default filled in: what all checks of one request share. */
export type Frame = {
  readonly situation: Situation;
  readonly region: Region;
  readonly today: LocalDate;
  readonly home: Place;
  readonly by: TravelMeans;
  readonly maxTravelMinutes: number;
  readonly way: Way;
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly budgetCents: number;
  /** What has been found out about this situation's care, by child, date and kind of date; see `coverageOn`. */
  readonly knownCoverage: Map<number, readonly Interval[]>;
  /** The same request with children placed at an offer of care, by offer and children. */
  readonly knownPlacements: Map<string, Frame>;
};

/** Fills in the defaults of the region: home = its centre, transit, 45 minutes, today … 12 months, 150 euro. */
export function frameOf(situation: Situation, region: Region, today: LocalDate): Frame {
  const { figures } = region;
  const by = situation.travel.by ?? figures.defaultMeans;
  const from = situation.from ?? today;
  const zoneMatrix = region.zoneMatrix === undefined ? {} : { zoneMatrix: region.zoneMatrix };
  return {
    situation,
    region,
    today,
    home: situation.home ?? { precision: 'district', point: region.centre },
    by,
    maxTravelMinutes: situation.travel.maxMinutes ?? figures.defaultMaxTravelMinutes,
    way: wayBy({ by, figures, ...zoneMatrix }),
    from,
    until: situation.until ?? addMonths(from, figures.defaultWindowMonths),
    budgetCents: situation.budgetCents ?? figures.defaultBudgetCents,
    knownCoverage: new Map(),
    knownPlacements: new Map(),
  };
}

/** The same request with another situation. Ways and window stay, which is right for changes of care and helpers. */
export function withSituation(frame: Frame, situation: Situation): Frame {
  return { ...frame, situation, knownCoverage: new Map(), knownPlacements: new Map() };
}

/** The same request with every child changed. */
export function withChildren(frame: Frame, change: (child: Child, index: number) => Child): Frame {
  const children = frame.situation.children.map((child, index) => change(child, index));
  return withSituation(frame, { ...frame.situation, children });
}

/** What the frame took for granted, in a fixed order. */
export function assumptionsOf(frame: Frame): readonly Assumption[] {
  const { situation, region } = frame;
  const assumed: Assumption[] = [];
  if (situation.home === undefined) {
    assumed.push({ id: 'home-centre', facts: { region: region.id } });
  } else if (isOutside(situation.home, region)) {
    assumed.push({ id: 'home-outside', facts: { placed: knownPoint(situation.home) !== undefined } });
  }
  if (situation.travel.by === undefined || situation.travel.maxMinutes === undefined) {
    assumed.push({ id: 'travel', facts: { by: frame.by, maxMinutes: frame.maxTravelMinutes } });
  }
  if (situation.from === undefined || situation.until === undefined) {
    assumed.push({
      id: 'window',
      facts: { from: formatLocalDate(frame.from), until: formatLocalDate(frame.until) },
    });
  }
  if (situation.budgetCents === undefined) {
    assumed.push({ id: 'budget', facts: { cents: frame.budgetCents } });
  }
  return assumed;
}

function isOutside(home: Place, region: Region): boolean {
  return home.postcode !== undefined && !region.postcodes.has(home.postcode);
}
