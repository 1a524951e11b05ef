/** A list of sessions, each with the index of its place where it has one. */
type Sessions = readonly { readonly place?: number }[];

/** Where a session is told: its list and its index there. */
export type SessionPath = readonly ['timetable', 'weekly' | 'dated', number, 'place'];

/** The first session that names a place the offer does not have (indexes into `places`, from 0); `undefined` = none. */
export function sessionWithoutPlace({
  places,
  timetable,
}: {
  readonly places: readonly unknown[];
  readonly timetable: { readonly weekly: Sessions; readonly dated: Sessions };
}): SessionPath | undefined {
  for (const list of ['weekly', 'dated'] as const) {
    const index = timetable[list].findIndex(({ place }) => place !== undefined && place >= places.length);
    if (index >= 0) return ['timetable', list, index, 'place'];
  }
  return undefined;
}
