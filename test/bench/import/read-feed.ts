import { readFile } from 'node:fs/promises';
import { parse as parseCsv } from 'csv-parse';
import { XMLParser } from 'fast-xml-parser';
import { SaxesParser } from 'saxes';
import { createNoticeLog } from '../../../shared/feeds/notice-log.ts';
import { readRecords } from '../../../shared/use-cases/import-records.ts';
import { FEED_CONTEXT } from '../../support/feed-under-test.ts';
import { day } from '../../support/some-offer.ts';
import { MEASURED, measuredFormat, type Measured } from './repeated-feeds.ts';

// A program that reads one feed once in one way and prints what that took. Arguments: format, file, way.

const [format, file, way] = process.argv.slice(2) as [Measured, string, string];
const bytes = await readFile(file);
const text = () => new TextDecoder('utf-8', { fatal: true }).decode(bytes);
const feedFormat = measuredFormat(format); // with its map, which comes with the region and not with the bytes of a feed

type Found = Readonly<Record<string, number>>;

/** From bytes to offers and notices, as an import reads them. */
async function toOffers(): Promise<Found> {
  const context = { ...FEED_CONTEXT, today: day(MEASURED[format].day) };
  const { records, offers, rejected, ended } = await readRecords(
    { format: feedFormat, bytes, context },
    createNoticeLog(10),
    () => undefined,
  );
  return { records, offers: offers.count, rejected, ended };
}

function jsonParse(): Found {
  const parsed: unknown = JSON.parse(text());
  return { found: Object.keys(parsed as object).length };
}

async function csvParse(): Promise<Found> {
  let found = 0;
  const parser = parseCsv({ delimiter: ';' });
  parser.on('data', () => {
    found += 1;
  });
  const ended = new Promise((resolve) => parser.on('end', resolve));
  parser.end(bytes);
  await ended;
  return { found };
}

function saxes(): Found {
  let found = 0;
  const parser = new SaxesParser({ xmlns: false });
  parser.on('opentag', () => {
    found += 1;
  });
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for (let start = 0; start < bytes.length; start += 65_536) {
    parser.write(decoder.decode(bytes.subarray(start, start + 65_536), { stream: true }));
  }
  parser.close();
  return { found };
}

function fastXmlParser(): Found {
  const parsed: unknown = new XMLParser({ ignoreAttributes: false, processEntities: false }).parse(text());
  return { found: Object.keys(parsed as object).length };
}

const WAYS: Readonly<Record<string, () => Found | Promise<Found>>> = {
  'offers and notices': toOffers,
  'JSON.parse alone': jsonParse,
  'csv-parse alone': csvParse,
  'saxes alone': saxes,
  'fast-xml-parser alone': fastXmlParser,
};

const start = performance.now();
const cpu = process.cpuUsage();
const found = await WAYS[way]!();
const seconds = (performance.now() - start) / 1000;
const { user, system } = process.cpuUsage(cpu);
const peakMemoryMiB = Math.round(process.resourceUsage().maxRSS / 1024);
console.log(
  JSON.stringify({
    ...found,
    mebibytes: bytes.length / 1_048_576,
    seconds,
    cpuSeconds: (user + system) / 1e6,
    peakMemoryMiB,
  }),
);
