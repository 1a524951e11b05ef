import { parseOfferId } from '../../domain/offer/offer-id.ts';
import type { Offer } from '../../domain/offer/offer.ts';
import type { DayPart } from '../../domain/offer/terms.ts';
import { UNKNOWN_TIMETABLE } from '../../domain/offer/timetable-json.ts';
import { parseLocalDate, type LocalDate } from '../../domain/time/local-date.ts';
import type { OfferContext, RawRecord, RecordOutcome } from '../feed-format.ts';
import { hideRefuge } from '../hide-refuge.ts';
import { locatePlace } from '../locate-place.ts';
import { noticeOf, type RecordPlace } from '../notice.ts';
import { cutText, plainLine } from '../plain-text.ts';
import { readAmount } from '../read-amount.ts';
import { recordRefused } from '../record-refused.ts';
import { webLink } from '../web-link.ts';
import { writtenId } from '../written-id.ts';
import { jobSchema, type BaJob } from './record.schema.ts';

const PUBLIC_PAGE = 'https://www.arbeitsagentur.de/jobsuche/jobdetail/';

/** A job of the search as an offer: its parts of the day are data, its hours and times are not known. */
export function toOffer(raw: RawRecord, context: OfferContext): RecordOutcome {
  const parsed = jobSchema.safeParse(raw.value);
  if (!parsed.success) return recordRefused(raw, parsed.error);
  const job = parsed.data;
  const id =
    job.referenznummer === '' ? undefined : parseOfferId(`${context.feed}:${writtenId(job.referenznummer)}`);
  if (id === undefined)
    return {
      record: { number: raw.number },
      notices: [noticeOf('id-invalid', { record: { number: raw.number }, field: 'referenznummer' })],
    };
  const record: RecordPlace = { number: raw.number, id: job.referenznummer };
  const refused = (code: 'record-invalid' | 'kind-unknown', field: string): RecordOutcome => ({
    record,
    notices: [noticeOf(code, { record, field })],
  });
  const title = cutText(plainLine(job.stellenangebotsTitel || job.hauptberuf), 300);
  if (title === '') return refused('record-invalid', 'stellenangebotsTitel');
  const kind = KINDS.get(job.stellenangebotsart);
  if (kind === undefined) return refused('kind-unknown', 'stellenangebotsart');

  const located = job.stellenlokationen.map((at) => locatePlace(addressOf(at), context, record));
  const first = dateOf(job.eintrittszeitraum?.von ?? '');
  const changed = dateOf(job.aenderungsdatum);
  const dayParts = dayPartsOf(job);
  const pay = payOf(job);
  const page = webLink(job.externeURL) ?? `${PUBLIC_PAGE}${encodeURIComponent(job.referenznummer)}`;
  const provider = cutText(plainLine(job.firma), 200);
  const isApprenticeship = kind === 'apprenticeship';
  const offer: Offer = {
    id,
    kind,
    goals: isApprenticeship ? ['vocational-degree'] : ['return-to-work', 'more-hours'],
    fields: [],
    ...(isApprenticeship && { leadsTo: 'degree' }),
    title,
    provider: { name: provider === '' ? cutText(title, 200) : provider },
    places: located.map(({ place }) => place).filter((place) => Object.keys(place).length > 1),
    online: /vollst|komplett|100/iu.test(job.homeofficetyp),
    timetable: {
      ...UNKNOWN_TIMETABLE,
      ...(first !== undefined && { first }),
      missing: dayParts.includes('shift') ? ['shifts'] : ['session-times'],
    },
    rolling: false,
    ...(dayParts.length > 0 && { dayParts }),
    needs: {},
    funding: [],
    ...(pay && { pay }),
    languages: [],
    links: { page },
    provenance: [],
    freshness: {
      feed: context.feed,
      ...(changed !== undefined && changed <= context.today && { changed }),
      checked: context.today,
      ...(context.sample && { sample: true }),
    },
  };
  const shown = hideRefuge(offer, record);
  const notices = shown.notices.length > 0 ? shown.notices : located.flatMap((at) => at.notices);
  return { record, offer: shown.offer, notices };
}

const KINDS: ReadonlyMap<string, 'job' | 'apprenticeship'> = new Map([
  ['ARBEIT', 'job'],
  ['AUSBILDUNG', 'apprenticeship'],
]);

/** Parts of the day in the order of the contract; part time without a part says nothing. */
function dayPartsOf(job: BaJob): readonly DayPart[] {
  const stated: readonly (readonly [boolean, DayPart])[] = [
    [job.arbeitszeitTeilzeitVormittag, 'morning'],
    [job.arbeitszeitTeilzeitNachmittag, 'afternoon'],
    [job.arbeitszeitTeilzeitAbend, 'evening'],
    [job.arbeitszeitSchichtNachtWochenende, 'shift'],
    [job.arbeitszeitTeilzeitFlexibel, 'flexible'],
    [job.arbeitszeitVollzeit, 'full-time'],
  ];
  return stated.filter(([isStated]) => isStated).map(([, part]) => part);
}

/** `'Essen, Ruhr'` is Essen; a postcode that was a number has its zero back. */
function addressOf({
  adresse,
  breite,
  laenge,
}: BaJob['stellenlokationen'][number]): Parameters<typeof locatePlace>[0] {
  const { strasse = '', hausnummer = '', plz = '', ort = '' } = adresse ?? {};
  return {
    street: plainLine([strasse, hausnummer].filter(Boolean).join(' ')),
    postcode: /^\d{4}$/.test(plz) ? `0${plz}` : plz,
    city: plainLine(ort.replace(/,.*$/u, '')),
    lat: breite,
    lon: laenge,
  };
}

/** Pay with its period; of an apprenticeship a month in the first year up to the best-paid one. */
function payOf(job: BaJob): Offer['pay'] {
  const years = [
    job.ausbildungsverguetungJahr1,
    job.ausbildungsverguetungJahr2,
    job.ausbildungsverguetungJahr3,
  ].flatMap((text) => readAmount(text) ?? []);
  const [first] = years;
  if (first !== undefined && first > 0) return rangeOf(first, Math.max(...years), 'month');
  const period = PERIODS.find(([pattern]) => pattern.test(job.artDerVerguetung))?.[1];
  const from = readAmount(job.festgehalt) ?? readAmount(job.gehaltsspanneVon);
  if (period === undefined || from === undefined || from === 0) return undefined;
  return rangeOf(from, readAmount(job.gehaltsspanneBis) ?? from, period);
}

const PERIODS: readonly (readonly [RegExp, NonNullable<Offer['pay']>['per']])[] = [
  [/st(?:u|ü|ue)nd/iu, 'hour'],
  [/monat/iu, 'month'],
  [/j(?:a|ä|ae)hr/iu, 'year'],
];

function rangeOf(
  fromCents: number,
  toCents: number,
  per: NonNullable<Offer['pay']>['per'],
): NonNullable<Offer['pay']> {
  return { fromCents, ...(toCents > fromCents && { toCents }), per };
}

/** The calendar date as written. */
function dateOf(text: string): LocalDate | undefined {
  return parseLocalDate(text.slice(0, 10));
}
