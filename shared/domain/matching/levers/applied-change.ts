import type { Situation } from '../../situation/situation.ts';
import type { Change } from '../match-result.ts';

/** A change with what the situation becomes by it. */
export type AppliedChange = { readonly change: Change; readonly situation: Situation };
