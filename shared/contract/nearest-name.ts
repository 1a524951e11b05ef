/** Every field name of the requests, so that a misspelt one can be answered with ours instead of theirs. */
const REQUEST_NAMES = [
  'goals fields home travel children helpers busy work german schooling degree workedYears age audiences support',
  'from until formats stepFree budgetCents language limitPerVerdict cursor levers explain',
  'postcode district point lat lon by maxMinutes ageMonths ageYears care schoolFrom needsCare goesAlone',
  'searchingSince kind hours place holidays days to every why varies hoursPerWeek wantedHoursPerWeek travelMinutes',
  'saturdays sinceMonths employees bridgePartTime parentalLeaveUntil',
  'goal near day childcare funding limit q',
]
  .join(' ')
  .split(' ');

function editSteps(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [i, letter] of Array.from(one).entries()) {
    const next = [i + 1];
    for (const [j, against] of Array.from(other).entries()) {
      const replaced = (row[j] ?? 0) + (letter === against ? 0 : 1);
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}

/** The documented name at most two letters away (case aside), the closest first; `undefined` when none is near. */
export function nearestName(submitted: string): string | undefined {
  if (submitted.length > 24) return undefined;
  const letters = submitted.toLowerCase().replaceAll(/[-_ ]/g, '');
  const near = REQUEST_NAMES.map((name) => ({ name, steps: editSteps(letters, name.toLowerCase()) }))
    .filter(({ name, steps }) => steps <= Math.min(2, Math.floor(name.length / 3)))
    .toSorted((one, other) => one.steps - other.steps);
  return near[0]?.name;
}
