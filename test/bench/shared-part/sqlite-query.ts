import { WEEKDAYS } from '../../../shared/domain/time/weekday.ts';
import type { SharedQuestion } from './shared-question.ts';
import { maskOf } from './sqlite-tables.ts';
import { farthestKm, squaredChordWithin, STEPS } from './travel-steps.ts';
import { unitVectorOf } from '../../../shared/domain/place/unit-vector.ts';
import { boxAround, squaredChordOf } from './chords.ts';

/** Of a Kita so far away that no lead fits a day. */
const NO_LEAD = 9999;

const squareTo = (at: string): string =>
  ['x', 'y', 'z']
    .map((axis) => `(spot.${axis} - :${at}${axis}) * (spot.${axis} - :${at}${axis})`)
    .join(' + ');
const LEAD = STEPS.map(
  (minutes) => `WHEN k <= :k${String(minutes)} THEN ${String(minutes)} + :handover`,
).join(' ');
const IN_BOX = 'south >= :south AND north <= :north AND west >= :west AND east <= :east';
const boundOf = (side: string): string =>
  `CASE slot.day ${WEEKDAYS.map((day) => `WHEN ${String(day)} THEN :${side}${String(day)}`).join(' ')} END`;

/** How houses in reach are found: by the R-tree, or by looking at each. */
export type SpotSearch = 'r-tree' | 'scan';

/**
 * The shared part as one statement: houses in reach with the lead to the Kita, in steps whose limits are bound, so that no
 * row needs trigonometry; offers there by first day; then goals, the bounds of the week, and the slots. The care of each
 * weekday is one stretch. `what` is selected.
 */
export function sharedPartSql(what: string, search: SpotSearch): string {
  const [spots, box] =
    search === 'r-tree' ? ['spot_box CROSS JOIN spot USING (id)', `${IN_BOX} AND`] : ['spot', ''];
  return `
    WITH near AS MATERIALIZED (
      SELECT id, CASE WHEN k = 0 THEN 0 ${LEAD} ELSE ${String(NO_LEAD)} END AS lead
      FROM (SELECT id, ${squareTo('k')} AS k FROM ${spots} WHERE ${box} ${squareTo('h')} <= :reach)
    )
    SELECT ${what}
    FROM near CROSS JOIN offer_at AS o ON o.spot = near.id AND o.first BETWEEN :from AND :until
    WHERE o.goals & :goals AND o.earliest - near.lead >= :earliest AND o.latest + near.lead <= :latest
      AND NOT EXISTS (
        SELECT 1 FROM slot
        WHERE slot.week = o.week
          AND (slot.start - near.lead < ${boundOf('start')} OR slot.stop + near.lead > ${boundOf('stop')})
      )`;
}

/** The values of a question, by the names in the statement; those that it does not name are left out. */
export function bindingsOf(question: SharedQuestion, search: SpotSearch): Record<string, number> {
  const { frame, home, kita, from, until, goals, hours } = question;
  const { travel, handoverMinutes: handover } = frame.region.figures;
  const means = [travel.walk, travel[frame.by]];
  const reachKm = farthestKm(means, frame.maxTravelMinutes);
  const [h, k] = [unitVectorOf(home.point!), unitVectorOf(kita.point!)];
  const day = hours.map(([first]) => first ?? { from: NO_LEAD, to: -NO_LEAD });
  return {
    ...{ hx: h.x, hy: h.y, hz: h.z, kx: k.x, ky: k.y, kz: k.z, handover, from, until },
    ...(search === 'r-tree' && boxOf(home.point!, reachKm)),
    goals: maskOf(goals),
    reach: Math.max(0, squaredChordOf(reachKm)),
    earliest: Math.min(...day.map((care) => care.from)),
    latest: Math.max(...day.map((care) => care.to)),
    ...Object.fromEntries(
      STEPS.map((minutes) => [`k${String(minutes)}`, squaredChordWithin(means, minutes)]),
    ),
    ...Object.fromEntries(
      day.flatMap((care, index) => [
        [`start${index}`, care.from],
        [`stop${index}`, care.to],
      ]),
    ),
  };
}

function boxOf(point: { readonly lat: number; readonly lon: number }, km: number): Record<string, number> {
  const { lat, lon } = boxAround(point, Math.max(0, km));
  return { south: point.lat - lat, north: point.lat + lat, west: point.lon - lon, east: point.lon + lon };
}
