import type { Facts } from '../domain/matching/match-result.ts';

/** A fact that is text; `undefined` when there is none of that name. */
export function textFact(facts: Facts, name: string): string | undefined {
  const value = facts[name];
  return typeof value === 'string' ? value : undefined;
}

/** A fact that is a number; `undefined` when there is none of that name. */
export function numberFact(facts: Facts, name: string): number | undefined {
  const value = facts[name];
  return typeof value === 'number' ? value : undefined;
}

/** A fact that is one of some codes; `undefined` when it is not there or none of them. */
export function codeFact<Code extends string>(
  facts: Facts,
  name: string,
  codes: readonly Code[],
): Code | undefined {
  return codes.find((code) => code === facts[name]);
}

/** Those of a list's entries that are among some codes, in its order. */
export function codesFact<Code extends string>(
  facts: Facts,
  name: string,
  codes: readonly Code[],
): readonly Code[] {
  return listOf(facts, name).flatMap((value) => codes.find((code) => code === value) ?? []);
}

/** Those of a list's entries that are text, in its order. */
export function textsFact(facts: Facts, name: string): readonly string[] {
  return listOf(facts, name).filter((value) => typeof value === 'string');
}

/** Those of a list's entries that are numbers, in its order. */
export function numbersFact(facts: Facts, name: string): readonly number[] {
  return listOf(facts, name).filter((value) => typeof value === 'number');
}

function listOf(facts: Facts, name: string): readonly unknown[] {
  const value = facts[name];
  return Array.isArray(value) ? value : [];
}
