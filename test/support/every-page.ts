import type { Match, MatchResult } from '../../shared/domain/matching/match-result.ts';
import type { MatchingInput } from '../../shared/domain/matching/matching-input.ts';
import type { OfferId } from '../../shared/domain/offer/offer-id.ts';
import { fakeJudge, fakeMatch } from './fake-match.ts';
import { someOffer } from './some-offer.ts';
import { webOver, type FormFields } from './web-under-test.ts';

const OFFERS = [
  someOffer('vhs:1', { title: 'Kurs #fits', goals: ['vocational-degree'] }),
  someOffer('vhs:2', { title: 'Kurs #fits-with-care' }),
  someOffer('vhs:3', { title: 'Kurs #nearly' }),
  someOffer('vhs:4', { title: 'Kurs #ask' }),
  someOffer('vhs:5', { title: 'Kurs #no' }),
  ...Array.from({ length: 12 }, (_, index) => someOffer(`vhs:${index + 10}`, { title: 'Kurs #fits' })),
].map((offer) => ({ ...offer, freshness: { ...offer.freshness, sample: true } }));

/** A match with something in each of its parts, so that every part of a page is drawn. */
function full(match: Match, { offers }: MatchingInput): Match {
  const change = { change: { kind: 'travel' as const, minutes: 15 }, grantedBy: 'person' as const };
  return {
    ...match,
    gaps: [{ child: 0, day: 2, from: 870, to: 910, dates: 12 }],
    heeds: [
      { id: 'tight', facts: { slackMinutes: 5 } },
      { id: 'end-not-known', facts: {} },
      { id: 'cost-not-stated', facts: {} },
    ],
    care: [
      {
        child: 0,
        proposals: offers
          .slice(0, 1)
          .map((offer) => ({ offer, minutesFromHome: 10, counts: false, open: ['place-not-known'] })),
      },
    ],
    ...(match.verdict === 'nearly' ? { change } : {}),
  };
}

function fullMatch(input: MatchingInput): MatchResult {
  const result = fakeMatch(input);
  return {
    ...result,
    matches: result.matches.map((match) => full(match, input)),
    excluded: [{ criterion: 'care', count: 1 }],
    nextQuestion: { field: 'german', settles: 4 },
    levers: [{ change: { change: { kind: 'online-too' }, grantedBy: 'person' }, opens: 3 }],
  };
}

const fullJudge = (input: MatchingInput, id: OfferId): Match | undefined => {
  const match = fakeJudge(input, id);
  return match && full(match, input);
};

/** A form with rows of every list, and a fault in every kind of field. */
export const FAULTY_FORM: FormFields = {
  goals: ['german', 'nothing'],
  'home.postcode': '1234',
  'home.district': 'atlantis',
  'children.0.row': '1',
  'children.0.years': '99',
  'children.0.noCare': 'on',
  'children.0.care.0.row': '1',
  'children.0.care.0.kind': 'castle',
  'children.0.care.0.from': 'early',
  'helpers.0.row': '1',
  'helpers.0.from': '9',
  'helpers.0.every': 'week',
  noBusy: 'on',
  'busy.0.row': '1',
  'busy.0.days': 'mo',
  'busy.0.from': '8',
  'busy.0.to': '9',
  'audiences.women': 'perhaps',
  from: 'tomorrow',
};

/** Every page there is in every state, as HTML; the same texts in every run. */
export async function everyPage(): Promise<readonly string[]> {
  const web = await webOver(OFFERS, { match: fullMatch, judge: fullJudge });
  const answers = { 'home.postcode': '12045', 'children.0.row': '1', 'children.0.years': '3' };
  const answered = await Promise.all([
    web.get('/de/beratung'),
    web.get('/en/beratung'),
    web.post('/de/beratung', FAULTY_FORM),
    web.post('/de/beratung', { ...answers, do: 'match', levers: 'on' }),
    web.get('/de/angebote/vhs:3'),
    web.post('/de/angebote/vhs:3', answers),
    web.get('/de/nirgends'),
  ]);
  return Promise.all(answered.map((response) => response.text()));
}
