import type { CatalogueOffer } from '../../../shared/domain/offer/catalogue.ts';
import type { Region } from '../../../shared/domain/place/region.ts';
import type { Situation } from '../../../shared/domain/situation/situation.ts';
import type { LocalDate } from '../../../shared/domain/time/local-date.ts';
import { percentilesMs, rounded, type Figure } from '../figures.ts';
import { createPlainScan } from '../shared-part/plain-scan.ts';
import { createReference } from '../shared-part/reference.ts';
import { createRulesEngine } from '../shared-part/rules-engine.ts';
import { sharedOffersOf, type SharedOffer } from '../shared-part/shared-offer.ts';
import type { SharedPartEngine } from '../shared-part/shared-part-engine.ts';
import { createSqlite } from '../shared-part/sqlite.ts';
import { medianOf, timeEach } from '../timing.ts';
import type { Part, SizePlan } from './size-plan.ts';

/** What the shared part is measured on. `fast`: the fast matcher, where it takes part. */
export type SharedPartBench = {
  readonly offers: readonly CatalogueOffer[];
  readonly region: Region;
  readonly today: LocalDate;
  readonly people: readonly Situation[];
  readonly plan: SizePlan['sharedPart'];
  readonly only: readonly Part[];
  readonly fast?: SharedPartEngine;
};

type Entrant = {
  readonly engine: SharedPartEngine;
  readonly questions: number;
  readonly repetitions: number;
  /** Each n-th offer of the part is asked about, and the time multiplied. */
  readonly stride: number;
  readonly prepare?: (situation: Situation) => void;
};

const WARM_UP = 20;
const COMPARED_ONE_BY_ONE = 5;

/** The same part of the work by every engine that takes part, with the same answers, checked: times, ratios and mismatches. */
export async function sharedPartFigures(bench: SharedPartBench): Promise<readonly Figure[]> {
  const shared = sharedOffersOf(bench.offers, bench.region, bench.today);
  const scan = createPlainScan(shared, bench.region, bench.today);
  const entrants = [...fastEntrant(bench), ...(await peers(bench, shared, scan))];
  const figures: Figure[] = [];
  let base: readonly number[] | undefined;
  for (const entrant of entrants) {
    const { engine, questions, repetitions, stride, prepare } = entrant;
    const asked = bench.people.slice(0, questions);
    asked.forEach((person) => prepare?.(person));
    const warmUp = Math.min(asked.length, repetitions > 1 ? WARM_UP : 1);
    const once = await timeEach(asked, engine.count, { warmUp, repetitions });
    const milliseconds = once.map((ms) => ms * stride);
    if (engine.name === 'fast') base = milliseconds;
    figures.push({
      what: 'shared part',
      engine: engine.name,
      offersInPart: shared.length,
      questions: asked.length,
      warmUp,
      repetitions,
      ...inMicroseconds(milliseconds),
      ...(base !== undefined && engine.name !== 'fast' && { timesFast: ratioOf(milliseconds, base) }),
      extrapolated: stride > 1,
      ...(await comparison(engine, scanOf(entrant, bench, shared), asked)),
      note:
        stride > 1 ? `${engine.note}; each ${String(stride)}th offer, times ${String(stride)}` : engine.note,
    });
  }
  return figures;
}

function fastEntrant({ fast, plan }: SharedPartBench): readonly Entrant[] {
  return fast === undefined ? [] : [{ engine: fast, questions: plan.plainScan, repetitions: 5, stride: 1 }];
}

async function peers(
  bench: SharedPartBench,
  shared: readonly SharedOffer[],
  scan: SharedPartEngine,
): Promise<readonly Entrant[]> {
  const { offers, region, today, plan, only } = bench;
  const stride = plan.referenceStride;
  const some = thinned(shared, stride);
  const rules = createRulesEngine(shared, region, today);
  const entrants: readonly (readonly [Part, () => Promise<Entrant>])[] = [
    [
      'plain-scan',
      () => Promise.resolve({ engine: scan, questions: plan.plainScan, repetitions: 3, stride: 1 }),
    ],
    [
      'sqlite',
      async () => ({
        engine: await fasterSqlite(bench, shared),
        questions: plan.sqlite,
        repetitions: 3,
        stride: 1,
      }),
    ],
    [
      'rules',
      () =>
        Promise.resolve({
          engine: rules,
          prepare: rules.prepare,
          questions: plan.rules,
          repetitions: 1,
          stride: 1,
        }),
    ],
    [
      'reference',
      () =>
        Promise.resolve({
          engine: createReference(offers, some, region, today),
          questions: plan.reference,
          repetitions: 1,
          stride,
        }),
    ],
  ];
  const taking: Entrant[] = [];
  for (const [part, open] of entrants) if (only.includes(part)) taking.push(await open());
  return taking;
}

/** SQL is written in two ways, and the faster one counts. */
async function fasterSqlite(
  { region, today, people }: SharedPartBench,
  shared: readonly SharedOffer[],
): Promise<SharedPartEngine> {
  const [boxed, scanned] = [
    createSqlite(shared, region, today, 'r-tree'),
    createSqlite(shared, region, today, 'scan'),
  ];
  const trial = people.slice(0, 10);
  const medians: number[] = [];
  for (const way of [boxed, scanned]) {
    medians.push(medianOf(await timeEach(trial, way.count, { warmUp: trial.length, repetitions: 3 })));
  }
  const [ofBoxed = 0, ofScanned = 0] = medians;
  const [better, other] = ofBoxed <= ofScanned ? [boxed, scanned] : [scanned, boxed];
  other.close();
  return better;
}

function thinned<Value>(values: readonly Value[], stride: number): readonly Value[] {
  return stride === 1 ? values : values.filter((_, index) => index % stride === 0);
}

function scanOf(
  { stride }: Entrant,
  { region, today }: SharedPartBench,
  shared: readonly SharedOffer[],
): SharedPartEngine {
  return createPlainScan(thinned(shared, stride), region, today);
}

/** Counts of all questions and, where an engine can tell them, the very offers of some, against the definition. */
async function comparison(
  engine: SharedPartEngine,
  definition: SharedPartEngine,
  asked: readonly Situation[],
): Promise<Figure> {
  let mismatches = 0;
  let answers = 0;
  for (const [index, person] of asked.entries()) {
    const expected = (await definition.positions?.(person)) ?? [];
    answers += expected.length;
    const isListed = engine.positions !== undefined && index < COMPARED_ONE_BY_ONE;
    const same = isListed
      ? String(await engine.positions(person)) === String(expected)
      : (await engine.count(person)) === expected.length;
    if (!same) mismatches += 1;
  }
  return { answers, compared: asked.length, mismatches };
}

function inMicroseconds(milliseconds: readonly number[]): Figure {
  const { p50Ms, p95Ms, p99Ms, maxMs } = percentilesMs(milliseconds.map((ms) => ms * 1000));
  return { p50Us: p50Ms, p95Us: p95Ms, p99Us: p99Ms, maxUs: maxMs };
}

/** How many times as long, over the questions that both were asked. */
function ratioOf(milliseconds: readonly number[], base: readonly number[]): number {
  const common = Math.min(milliseconds.length, base.length);
  const sum = (times: readonly number[]): number =>
    times.slice(0, common).reduce((total, ms) => total + ms, 0);
  return rounded(sum(milliseconds) / sum(base));
}
