/** A longer text is looked at by no pattern. */
const LONGEST_TEXT = 40;

/**
 * An amount of money in hundredths, points and commas as people write them: `84.70`, `84,70 EUR`, `1.204,50`, `1,204.50`,
 * `120,-`. `undefined` for anything else.
 */
export function readAmount(text: string): number | undefined {
  if (text.length > LONGEST_TEXT) return undefined;
  const figure = text.replace(/\s*(?:€|EUR|Euro)$|^(?:€|EUR)\s*/iu, '');
  const parts = /^(\d{1,3}(?:([.,])\d{3})+|\d{1,7})(?:([.,])(\d{1,2}))?(?:,-)?$/u.exec(figure);
  if (parts === null || (parts[2] !== undefined && parts[2] === parts[3])) return undefined;
  const whole = Number(parts[1]?.replaceAll(/[.,]/gu, ''));
  return whole * 100 + Number((parts[4] ?? '').padEnd(2, '0'));
}
