import type { MatchIndex } from '../../../shared/domain/matching/match-index/match-index.ts';
import type { CatalogueOffer } from '../../../shared/domain/offer/catalogue.ts';
import type { Region } from '../../../shared/domain/place/region.ts';
import { rounded, type Figure } from '../figures.ts';
import { collectGarbage, medianOf, timed } from '../timing.ts';
import type { FastMatcher } from './fast-matcher.ts';
import { readBandwidth } from './memory-floor.ts';
import type { SizePlan } from './size-plan.ts';

/** The index of a size, its binary form where there is one, and what building, writing and loading took. */
export type MeasuredIndex = {
  readonly index: MatchIndex;
  readonly bytes: Uint8Array | undefined;
  readonly figures: readonly Figure[];
};

const LOADS = 7;

/** Builds the index as often as planned, after one build that warms up where builds are short, writes it and loads it. */
export function measureIndex(
  { build, write, read }: FastMatcher,
  offers: readonly CatalogueOffer[],
  region: Region,
  plan: SizePlan,
): MeasuredIndex {
  const isWarmedUp = plan.builds > 1;
  if (isWarmedUp) build(offers, region);
  const builds = Array.from({ length: plan.builds }, () => {
    collectGarbage();
    return timed(() => build(offers, region));
  });
  const index = builds.at(-1)!.value;
  const buildFigure = {
    what: 'index',
    builds: builds.length,
    warmUp: Number(isWarmedUp),
    buildP50Ms: rounded(medianOf(builds.map(({ ms }) => ms))),
    buildMaxMs: rounded(Math.max(...builds.map(({ ms }) => ms))),
  };
  if (write === undefined || read === undefined) return { index, bytes: undefined, figures: [buildFigure] };
  const written = timed(() => write(index));
  const bytes = written.value;
  read(bytes);
  const loads = Array.from({ length: LOADS }, () => timed(() => read(bytes)).ms);
  const figure = {
    ...buildFigure,
    loads: LOADS,
    loadP50Ms: rounded(medianOf(loads)),
    loadMaxMs: rounded(Math.max(...loads)),
    writeMs: rounded(written.ms),
    bytes: bytes.byteLength,
    bytesPerOffer: rounded(bytes.byteLength / offers.length),
    note: 'bytes of the binary form, with which the index in memory is compared',
  };
  return { index, bytes, figures: [figure, floorFigure(bytes.byteLength)] };
}

/** What no matcher that looks at every byte of the index once can fall below, on one core of this machine. */
function floorFigure(bytes: number): Figure {
  const bandwidth = readBandwidth();
  return {
    what: 'floor',
    bytes,
    bandwidthGiBPerSecond: rounded(bandwidth / 1_073_741_824),
    floorMs: Math.round((bytes / bandwidth) * 1_000_000) / 1000,
    note: 'the bytes of the index streamed once at the bandwidth measured in this run; bounds spare the matcher most of them',
  };
}
