import { describe, expect, it } from 'vitest';
import { importReport } from '../../../shared/contract/partner-import.ts';
import { parseOfferId } from '../../../shared/domain/offer/offer-id.ts';
import { failed, ok } from '../../../shared/domain/result.ts';
import { importSentFile } from '../../../shared/use-cases/import-sent-file.ts';
import { putPartnerOffer } from '../../../shared/use-cases/put-partner-offer.ts';
import { readPartnerOffer } from '../../../shared/use-cases/read-partner-offer.ts';
import { releaseFeed } from '../../../shared/use-cases/release-feed.ts';
import { rollBack } from '../../../shared/use-cases/roll-back-catalogue.ts';
import { numberedSent, sendingPartner } from '../../support/sending-partner.ts';
import { sentOffer, WRITER } from '../../support/partner-under-test.ts';
import { SOME_REGION } from '../../support/some-region.ts';

const region = SOME_REGION.region.id;
const { feed } = WRITER;
const ID = parseOfferId('traeger:k-1')!;

describe('what a guard held back of a partner', () => {
  it('is let through as it was to be read, and the report of the partner says so', async () => {
    const { deps, run, order, current, reportOf } = sendingPartner();
    await run(numberedSent(120));
    const id = await order(numberedSent(40));
    await importSentFile(deps, { feed, sent: id });
    expect(await reportOf(id)).toMatchObject({ state: 'held-back' });
    expect(await releaseFeed(deps, feed)).toMatchObject({ ok: true, value: { state: 'published' } });
    expect((await current()).filter(({ freshness }) => freshness.statedBy === WRITER.name)).toHaveLength(120);
    expect(await reportOf(id)).toMatchObject({ state: 'done', counts: { missing: 80 } });
    expect(await releaseFeed(deps, feed)).toEqual(failed('nothing-held-back'));
  });

  it('is gone with its original', async () => {
    const { deps, run, originals } = sendingPartner();
    await run(numberedSent(120));
    await run(numberedSent(40));
    originals.clear();
    expect(await releaseFeed(deps, feed)).toEqual(failed('original-gone'));
  });

  it('was never sent by whoever only tried', async () => {
    const { deps, run } = sendingPartner();
    await run(numberedSent(2), { dryRun: true });
    expect(await releaseFeed(deps, feed)).toEqual(failed('feed-unknown'));
  });
});

describe('the own feed of a partner', () => {
  it('is rolled back as any other, and written on', async () => {
    const { deps, stores } = sendingPartner();
    const own = { ...deps, wait: () => Promise.resolve() };
    const put = (title: string, versions: readonly string[]) =>
      putPartnerOffer(own, {
        partner: WRITER,
        id: ID,
        value: sentOffer({ title }),
        belief: versions.length === 0 ? { isNew: true } : { isNew: false, versions },
        owner: title,
      });
    const first = await put('Eins', []);
    const second = await put('Zwei', first.ok ? [first.value.version] : []);
    expect(second.ok).toBe(true);
    const moved = await rollBack({ ...deps, catalogues: stores.catalogues }, region, feed);
    expect(moved.ok).toBe(true);
    expect(await readPartnerOffer(own, feed, ID)).toMatchObject(ok({ offer: { title: 'Eins' } }));
    expect((await put('Drei', first.ok ? [first.value.version] : [])).ok).toBe(true);
  });
});

it('reads a report as the contract says it', async () => {
  const { run } = sendingPartner();
  expect(importReport.safeParse(await run(numberedSent(1))).success).toBe(true);
});
