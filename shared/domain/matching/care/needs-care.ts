import type { Child } from '../../situation/situation.ts';
import type { LocalDate } from '../../time/local-date.ts';
import { isUnborn, possibleMonthsOn } from './child-age.ts';

const ALONE_FROM_MONTHS_ON_SITE = 12 * 12;
const ALONE_FROM_MONTHS_ONLINE = 10 * 12;

/**
 * Whether a child has to be looked after while its parent attends a session on `date`: below 12 years on site, below 10
 * online, a year that may be below counts as below, no age counts as below; `needsCare` overrides; the unborn need none.
 */
export function needsCareOn(
  child: Child,
  date: LocalDate,
  session: { readonly online: boolean },
  today: LocalDate,
): boolean {
  if (isUnborn(child, date, today)) return false;
  if (child.needsCare !== undefined) return child.needsCare;
  const possible = possibleMonthsOn(child, date, today);
  const limit = session.online ? ALONE_FROM_MONTHS_ONLINE : ALONE_FROM_MONTHS_ON_SITE;
  return possible === undefined || possible.least < limit;
}
