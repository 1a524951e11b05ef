import type { CriterionResult } from '../domain/matching/match-result.ts';
import { GERMAN_LEVELS } from '../domain/offer/german-level.ts';
import { codeFact } from './facts.ts';
import type { Messages } from './messages.ts';

/** Which level of German is taught, asked for or usual, and why that does not do or is not known to do. */
export function sayGerman({ say }: Messages, { result, facts }: CriterionResult): string {
  const level = (name: string) => {
    const code = codeFact(facts, name, GERMAN_LEVELS);
    return code && say(`level.${code}`);
  };
  const [to, needed, gate] = [
    level('teachesTo'),
    level('needed') ?? level('teachesFrom'),
    level('usualGate'),
  ];
  if (result === 'unmet') {
    if (facts['reason'] === 'too-easy' && to !== undefined) return say('german.too-easy', { to });
    return needed === undefined ? say('german.other') : say('german.too-low', { needed });
  }
  if (to !== undefined) return say('german.teaches', { to });
  if (gate !== undefined)
    return facts['own'] === undefined
      ? say('german.gate', { gate })
      : say('german.gate-not-stated', { gate });
  return needed === undefined ? say('german.other') : say('german.needed', { needed });
}
