import type { Offer } from '../../shared/domain/offer/offer.ts';
import { parseFeedId, parseOfferId } from '../../shared/domain/offer/offer-id.ts';
import { parseLocalDate, type LocalDate } from '../../shared/domain/time/local-date.ts';

/** A date of a test, `YYYY-MM-DD`. */
export function day(text: string): LocalDate {
  const date = parseLocalDate(text);
  if (date === undefined) throw new Error(`no date: ${text}`);
  return date;
}

/** A German course in Neukölln on Monday and Wednesday mornings; whatever a test needs otherwise goes into `own`. */
export function someOffer(id: string, own: Partial<Offer> = {}): Offer {
  const offerId = parseOfferId(id);
  const feed = parseFeedId(id.split(':')[0] ?? '');
  if (offerId === undefined || feed === undefined) throw new Error(`no offer id: ${id}`);
  return {
    id: offerId,
    kind: 'course',
    goals: ['german'],
    fields: [],
    title: 'Deutsch B2',
    summary: 'Kurs am Vormittag',
    provider: { id: 'vhs', name: 'Volkshochschule Neukölln' },
    places: [
      {
        name: 'Haus am Kanal',
        postcode: '12045',
        city: 'Berlin',
        point: { lat: 52.485, lon: 13.435 },
        precision: 'street',
      },
    ],
    online: false,
    timetable: {
      weekly: [{ days: [0, 2], from: 540, to: 735 }],
      dated: [],
      first: day('2025-04-07'),
      last: day('2025-06-25'),
      except: [],
      certainty: 'stated',
      complete: true,
      missing: [],
    },
    rolling: false,
    needs: {},
    funding: [],
    languages: ['de'],
    links: { page: 'https://example.org/kurs' },
    provenance: [],
    freshness: { feed, checked: day('2025-03-24') },
    ...own,
  };
}
