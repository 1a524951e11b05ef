import type { CriterionId } from '../match-result.ts';
import { access } from './access.ts';
import { age } from './age.ts';
import { audience } from './audience.ts';
import { care } from './care.ts';
import { cost } from './cost.ts';
import type { Criterion } from './criterion.ts';
import { format } from './format.ts';
import { german } from './german.ts';
import { hours } from './hours.ts';
import { ownTime } from './own-time.ts';
import { qualification } from './qualification.ts';
import { reach } from './reach.ts';
import { seats } from './seats.ts';
import { start } from './start.ts';

/** The check of every criterion; the order is that of `CRITERIA`. */
export const CHECKS: Readonly<Record<CriterionId, Criterion>> = {
  start,
  format,
  access,
  reach,
  german,
  qualification,
  audience,
  age,
  seats,
  cost,
  hours,
  'own-time': ownTime,
  care,
};
