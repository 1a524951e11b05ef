import { DatabaseSync } from 'node:sqlite';
import { GOALS, type Goal } from '../../../shared/domain/offer/terms.ts';
import type { HeldSlot, SharedOffer } from './shared-offer.ts';
import { unitVectorOf } from '../../../shared/domain/place/unit-vector.ts';

/**
 * Houses once, with an R-tree over them; weeks once, with their slots as rows; offers clustered by house and first day.
 * `earliest` and `latest` bound the slots of a week, so that most offers are told apart before their slots are read.
 */
const TABLES = `
  PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -2000000;
  CREATE TABLE spot (id INTEGER PRIMARY KEY, x REAL, y REAL, z REAL);
  CREATE VIRTUAL TABLE spot_box USING rtree(id, south, north, west, east);
  CREATE TABLE slot (week INTEGER, day INTEGER, start INTEGER, stop INTEGER, PRIMARY KEY (week, day, start, stop)) WITHOUT ROWID;
  CREATE TABLE offer_at (
    spot INTEGER, first INTEGER, offer INTEGER, goals INTEGER, week INTEGER, earliest INTEGER, latest INTEGER,
    PRIMARY KEY (spot, first, offer)
  ) WITHOUT ROWID;
`;

/** A database in memory with the offers of the shared part, analysed. */
export function openSharedPart(offers: readonly SharedOffer[]): DatabaseSync {
  const db = new DatabaseSync(':memory:');
  db.exec(TABLES);
  db.exec('BEGIN');
  const insertOffer = db.prepare('INSERT OR IGNORE INTO offer_at VALUES (?, ?, ?, ?, ?, ?, ?)');
  const [spotOf, weekOf] = [spotsIn(db), weeksIn(db)];
  for (const { position, first, goals, places, slots } of offers) {
    const week = weekOf(slots);
    const earliest = Math.min(...slots.map(({ from }) => from));
    const latest = Math.max(...slots.map(({ to }) => to));
    for (const { point } of places) {
      insertOffer.run(spotOf(point!), first, position, maskOf(goals), week, earliest, latest);
    }
  }
  db.exec('COMMIT; ANALYZE;');
  return db;
}

/** Goals as bits. */
export function maskOf(goals: readonly Goal[]): number {
  return goals.reduce((mask, goal) => mask | (1 << GOALS.indexOf(goal)), 0);
}

function spotsIn(db: DatabaseSync): (point: { readonly lat: number; readonly lon: number }) => number {
  const insertSpot = db.prepare('INSERT INTO spot VALUES (?, ?, ?, ?)');
  const insertBox = db.prepare('INSERT INTO spot_box VALUES (?, ?, ?, ?, ?)');
  return onceEach(({ lat, lon }, id) => {
    const { x, y, z } = unitVectorOf({ lat, lon });
    insertSpot.run(id, x, y, z);
    insertBox.run(id, lat, lat, lon, lon);
  });
}

function weeksIn(db: DatabaseSync): (slots: readonly HeldSlot[]) => number {
  const insertSlot = db.prepare('INSERT INTO slot VALUES (?, ?, ?, ?)');
  return onceEach((slots, week) => {
    for (const { day, from, to } of slots) insertSlot.run(week, day, from, to);
  });
}

/** Numbers equal values alike, from 0, and inserts each once. */
function onceEach<Value>(insert: (value: Value, id: number) => void): (value: Value) => number {
  const ids = new Map<string, number>();
  return (value) => {
    const key = JSON.stringify(value);
    const known = ids.get(key);
    if (known !== undefined) return known;
    insert(value, ids.size);
    ids.set(key, ids.size);
    return ids.size - 1;
  };
}
