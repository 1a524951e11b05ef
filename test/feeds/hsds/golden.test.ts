import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { toOfferAnswer } from '../../../shared/contract/to-offer-answer.ts';
import { HSDS } from '../../../shared/feeds/hsds/hsds.ts';
import { admitOffer } from '../../../shared/feeds/admit-offer.ts';
import type { FeedFormat, ReadFailure, RecordOutcome } from '../../../shared/feeds/feed-format.ts';
import { bytesOf, codesOf, offerOf, outcomesOf, utf8 } from '../../support/feed-under-test.ts';
import { zipOf, type ZipEntry } from '../../support/zip-of.ts';

// The golden files change by `vitest -u`, with a sentence in the commit that says why.
const lines = (values: readonly unknown[]) => values.map((value) => `${JSON.stringify(value)}\n`).join('');
const FOLDER = 'test/feeds/hsds';

async function endOf(format: FeedFormat, bytes: Uint8Array): Promise<ReadFailure | 'end'> {
  for await (const read of format.read(bytes)) if (!read.ok) return read.failure;
  return 'end';
}

/** An archive of the tables of a folder, below a folder of its own as tools pack them. */
function packageOf(folder: string, own: readonly ZipEntry[] = []): Uint8Array {
  const names = readdirSync(new URL(`real/${folder}`, import.meta.url)).toSorted();
  const entries = names.map((name) => ({
    name: `hsds/${name}`,
    bytes: bytesOf(`${FOLDER}/real/${folder}/${name}`),
  }));
  return zipOf([...entries.filter(({ name }) => !own.some((other) => other.name === name)), ...own]);
}

async function matchGolden(name: string, outcomes: readonly RecordOutcome[]): Promise<void> {
  const offers = outcomes.flatMap(({ offer }) => offer ?? []).map(toOfferAnswer);
  await expect(lines(offers)).toMatchFileSnapshot(`golden/${name}.offers.jsonl`);
  await expect(lines(outcomes.flatMap(({ notices }) => notices))).toMatchFileSnapshot(
    `golden/${name}.notices.jsonl`,
  );
}

describe('the examples of the specification give the golden offers and notices', () => {
  it.each(['service_full-3.0', 'service_full-uk', 'schedules-guidance'])('%s', async (name) => {
    const outcomes = await outcomesOf(HSDS, bytesOf(`${FOLDER}/real/${name}.json`));
    expect(outcomes).toHaveLength(1);
    await matchGolden(name, outcomes);
  });

  it.each(['package-3.0', 'package-uk'])('%s, a zip of tables', async (name) => {
    const outcomes = await outcomesOf(HSDS, packageOf(name));
    expect(outcomes).toHaveLength(1);
    await matchGolden(name, outcomes);
  });

  it('as tables as as JSON, but for what the tables say of persons', async () => {
    const [fromJson] = await outcomesOf(HSDS, bytesOf(`${FOLDER}/real/service_full-3.0.json`));
    const [fromTables] = await outcomesOf(HSDS, packageOf('package-3.0'));
    expect(offerOf(fromTables)).toEqual({ ...offerOf(fromJson), languages: ['ur'] });
  });
});

describe('two pages of a made-up city', () => {
  const read = () => outcomesOf(HSDS, bytesOf(`${FOLDER}/made-up/two-pages.json`));

  it('give the golden offers and notices', async () => {
    await matchGolden('two-pages', await read());
  });

  it('give no person, no address of a refuge and no defunct service', async () => {
    const outcomes = (await read()).map(({ offer, record, notices }) => {
      const admitted = offer ? admitOffer(offer, record) : { notices: [] };
      return { ...admitted, notices: [...notices, ...admitted.notices] };
    });
    const kept = JSON.stringify(outcomes);
    expect(kept).not.toMatch(
      /Erika|0171 1|Geheimweg|geheimweg|52\.481|Verborgener|52\.471|Lisa|0170 5|Donaustraße 99|Alte Sprech/u,
    );
    expect(kept).toMatch(/030 998877.*030 554433/su);
    expect(
      outcomes.flatMap(({ notices }) => codesOf(notices)).filter((code) => code === 'place-confidential'),
    ).toHaveLength(2);
  });

  it('end with a failure when the second is lost', async () => {
    const [first] = JSON.parse(
      new TextDecoder().decode(bytesOf(`${FOLDER}/made-up/two-pages.json`)),
    ) as unknown[];
    expect(await endOf(HSDS, utf8([first]))).toMatchObject({ code: 'records-missing', record: 6 });
  });
});

describe('a list that lost its name or its fields', () => {
  it.each([
    ['counts more than it holds', { total_items: 3, results: [] }, 'records-missing'],
    ['is empty and says so', { total_items: 0, contents: [] }, 'end'],
    ['says nothing and counts nothing', { total_items: 0 }, 'end'],
    ['names its ids otherwise', [{ service_key: '1', name: 'Kita' }], 'field-renamed'],
  ])('that %s', async (_, value, code) => {
    const end = await endOf(HSDS, utf8(value));
    expect(end === 'end' ? end : end.code).toBe(code);
  });

  it('of the examples is the first of ten pages, and never taken for all', async () => {
    expect(await endOf(HSDS, bytesOf(`${FOLDER}/real/service_list-3.0.json`))).toMatchObject({
      code: 'records-missing',
    });
  });
});

describe('an archive that is not what it says', () => {
  const services = { name: 'services.csv', bytes: utf8('id,name\n1,Kita\n') };
  const rows = utf8('id,name\n'.padEnd(2000, 'x'));
  it.each<[string, Uint8Array, string]>([
    ['lacks the services', zipOf([{ name: 'locations.csv', bytes: rows }]), 'file-missing'],
    ['holds a link', zipOf([{ ...services, mode: 0o120777 }]), 'zip-broken'],
    ['leads out of its folder', zipOf([services, { ...services, name: '../services.csv' }]), 'zip-broken'],
    ['lies about a size', zipOf([{ ...services, size: 4 }]), 'zip-broken'],
    [
      'unpacks to a thousand times its size',
      zipOf([{ ...services, bytes: new Uint8Array(5_000_000), isPacked: true }]),
      'source-too-large',
    ],
    [
      'lies about its size when packed',
      zipOf([{ ...services, bytes: new Uint8Array(5_000), size: 100, isPacked: true }]),
      'zip-broken',
    ],
    [
      'has thousands of entries',
      zipOf(Array.from({ length: 3000 }, (_, index) => ({ ...services, name: `${String(index)}.csv` }))),
      'zip-broken',
    ],
    ['is cut', zipOf([services]).slice(0, 60), 'zip-broken'],
    [
      'is not UTF-8',
      zipOf([{ ...services, bytes: new Uint8Array([0x69, 0x64, 0x0a, 0xe4]) }]),
      'encoding-wrong',
    ],
    [
      'has a quote that does not close',
      zipOf([{ ...services, bytes: utf8('id,name\n1,"Kita\n') }]),
      'csv-broken',
    ],
  ])('because it %s', async (_, bytes, code) => {
    expect(await endOf(HSDS, bytes)).toMatchObject({ code });
  });
});
