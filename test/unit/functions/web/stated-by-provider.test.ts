import { describe, expect, test } from 'vitest';
import type { FactProvenance, Offer } from '../../../../shared/domain/offer/offer.ts';
import { day, someOffer } from '../../../support/some-offer.ts';
import { webOver } from '../../../support/web-under-test.ts';

const PATH = '/de/angebote/vhs%3A1';
const SAID = 'laut Anbieter am Sa 1.3.2025';
const stated = (...facts: readonly FactProvenance['fact'][]): Pick<Offer, 'provenance'> => ({
  provenance: facts.map((fact) => ({ fact, from: 'provider', on: day('2025-03-01') })),
});

/** The value beside a label of the page, its tags taken out. */
async function valueOf(own: Partial<Offer>, label: string, path = PATH): Promise<string> {
  const web = await webOver([someOffer('vhs:1', own)]);
  const html = await (await web.get(path)).text();
  const [, value = ''] = html.split(new RegExp(`>${label}</dt>`)).map((part) => part.split('</dd>')[0]!);
  return value
    .replaceAll(/<\/li>/g, ' ')
    .replaceAll(/<[^>]*>/g, '')
    .trim();
}

describe('the page of an offer says what the provider stated beside its feed, and when', () => {
  test('of its times', async () => {
    expect(await valueOf(stated('timetable'), 'Zeiten')).toMatch(new RegExp(`9:00 bis 12:15 Uhr ${SAID}$`));
  });

  test('of childcare', async () => {
    const childcare = { hours: [], during: true, certainty: 'stated' } as const;
    expect(await valueOf({ childcare, ...stated('childcare') }, 'Mit Betreuung')).toMatch(
      new RegExp(`^Ja, .*, ${SAID}$`),
    );
  });

  test('of childcare that there is not, which is no longer unknown', async () => {
    expect(await valueOf({}, 'Mit Betreuung')).not.toContain('Nein');
    expect(await valueOf(stated('childcare'), 'Mit Betreuung')).toBe(`Nein, ${SAID}`);
  });

  test('of German at the start', async () => {
    const needs = { german: 'A2', audiences: ['women'] } as const;
    expect(await valueOf({ needs, ...stated('needs') }, 'Voraussetzungen')).toMatch(
      new RegExp(`A2.*, ${SAID} .*Frauen`),
    );
  });

  test('of what happens when sessions are missed', async () => {
    const absence = 'Wird nachgeholt.';
    expect(await valueOf({ absence, ...stated('absence') }, 'Regel bei Fehlzeiten')).toBe(
      `Wird nachgeholt. ${SAID}`,
    );
  });

  test('in English too', async () => {
    const html = await valueOf(stated('childcare'), 'With childcare', '/en/angebote/vhs%3A1');
    expect(html).toBe('No, according to the provider on Sat 1/3/2025');
  });
});

describe('what the feed says itself', () => {
  test('is nobody else’s statement, and what was read from a text neither', async () => {
    const read: readonly FactProvenance[] = [
      { fact: 'timetable', from: 'text' },
      { fact: 'childcare', from: 'text', on: day('2025-03-01') },
    ];
    for (const provenance of [[], read]) {
      const web = await webOver([someOffer('vhs:1', { provenance })]);
      expect(await (await web.get(PATH)).text()).not.toContain('laut Anbieter');
    }
  });

  test('names who gave it, where that is not the feed alone', async () => {
    const freshness = { ...someOffer('vhs:1').freshness, statedBy: 'Träger der Stadt' };
    expect(await valueOf({ freshness }, 'Stand')).toMatch(
      /^zuletzt geprüft .* Angaben von Träger der Stadt$/,
    );
  });
});

test('the card of a match says it too', async () => {
  const childcare = { hours: [], during: true, certainty: 'stated' } as const;
  const web = await webOver([someOffer('vhs:1', { childcare, ...stated('timetable', 'childcare') })]);
  const html = await (await web.post('/de/beratung', { action: 'match', goals: 'german' })).text();
  const card = html.split('<article')[1] ?? '';
  expect(card.split(SAID)).toHaveLength(3);
});
