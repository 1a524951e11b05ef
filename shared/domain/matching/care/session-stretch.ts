import type { Interval } from '../../time/intervals.ts';
import type { Session } from '../../time/schedule.ts';
import { absolute } from './coverage.ts';

/** A session on the axis of `absolute`. */
export function stretchOf(session: Pick<Session, 'date' | 'from' | 'to'>): Interval {
  return { from: absolute(session.date, session.from), to: absolute(session.date, session.to) };
}
