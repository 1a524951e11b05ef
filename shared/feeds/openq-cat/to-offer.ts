import * as z from 'zod';
import { parseOfferId } from '../../domain/offer/offer-id.ts';
import type { FactProvenance, Offer } from '../../domain/offer/offer.ts';
import type { LocalDate } from '../../domain/time/local-date.ts';
import { failed, ok, type Result } from '../../domain/result.ts';
import { compiledOnUse } from '../compiled-on-use.ts';
import type { OfferContext, RawRecord, RecordOutcome } from '../feed-format.ts';
import { noticeOf, type Notice, type RecordPlace } from '../notice.ts';
import { cutText, plainLine } from '../plain-text.ts';
import { recordRefused } from '../record-refused.ts';
import { writtenId } from '../written-id.ts';
import { attendanceDiffers } from './check-attendance.ts';
import { classify } from './classify.ts';
import { inherit } from './inherit.ts';
import {
  inheritTexts,
  onceForEach,
  parseService,
  type ParsedService,
  type ServiceTexts,
} from './parse-service.ts';
import { readCare } from './read-care.ts';
import { readDays, type ServiceDays } from './read-days.ts';
import { readCost, readSeats } from './read-figures.ts';
import { readGerman } from './read-german.ts';
import { readOffice } from './read-office.ts';
import { readPlace } from './read-place.ts';
import { readSchedule } from './read-schedule.ts';
import { suppliersSchema, type Service, type Supplier } from './record.schema.ts';

const MAX_TITLE_CHARACTERS = 300;
const MAX_SUMMARY_CHARACTERS = 8000;

const recordSchema = compiledOnUse(
  z.object({
    header: z.unknown().optional(),
    service: z.unknown(),
    parent: z.unknown().optional(),
    isOrphan: z.boolean(),
  }),
);

/**
 * Turns services into offers: a date with all it inherits, or an offer with its own first date. Refused without a usable id, title
 * or supplier, without any date or open entry, as a date of an offer that is not there, and before its announcement.
 */
export function createToOffer(): (raw: RawRecord, context: OfferContext) => RecordOutcome {
  const parseHeader = onceForEach((header) => suppliersSchema.optional().safeParse(header));
  const parseParent = onceForEach(parseService);
  return (raw, context) => {
    const parts = recordSchema.safeParse(raw.value);
    if (!parts.success) return recordRefused(raw, parts.error);
    const header = parseHeader(parts.data.header);
    if (!header.success) return recordRefused(raw, header.error);
    const own = parseService(parts.data.service);
    if (!own.ok) return recordRefused(raw, own.failure);
    const parent = parts.data.parent === undefined ? undefined : parseParent(parts.data.parent);
    if (parent?.ok === false) return recordRefused(raw, parent.failure);
    const suppliers = header.data?.SUPPLIER ?? [];
    return offerOf(
      raw,
      { own: own.value, parent: parent?.value, suppliers, isOrphan: parts.data.isOrphan },
      context,
    );
  };
}

function offerOf(
  raw: RawRecord,
  parts: {
    readonly own: ParsedService;
    readonly parent: ParsedService | undefined;
    readonly suppliers: readonly Supplier[];
    readonly isOrphan: boolean;
  },
  context: OfferContext,
): RecordOutcome {
  const { suppliers, isOrphan } = parts;
  const [own, parent] = [parts.own.service, parts.parent?.service];
  const record: RecordPlace = { number: raw.number, id: own.PRODUCT_ID };
  const refuse = (notice: Notice): RecordOutcome => ({ record, notices: [notice] });
  if (isOrphan) return refuse(noticeOf('parent-missing', { record, field: 'COURSE_ID' }));
  const service = parent === undefined ? own : inherit(own, parent);
  const supplier = supplierOf(service, suppliers);
  if (!supplier.ok) return refuse(noticeOf('record-invalid', { record, field: supplier.failure }));
  const idOf = ({ PRODUCT_ID }: Service) =>
    writtenId(suppliers.length === 1 ? PRODUCT_ID : `${supplier.value.SUPPLIER_ID[0] ?? ''}.${PRODUCT_ID}`);
  const id = parseOfferId(`${context.feed}:${idOf(own)}`);
  if (id === undefined) return refuse(noticeOf('id-invalid', { record, field: 'PRODUCT_ID' }));
  const details = service.SERVICE_DETAILS;
  const title = plainLine(details?.TITLE ?? '');
  if (title === '') return refuse(noticeOf('record-invalid', { record, field: 'SERVICE_DETAILS.TITLE' }));
  const days = readDays(service, record);
  if (days.first === undefined && days.last === undefined && !days.isRolling) {
    return refuse(noticeOf('run-missing', { record, field: 'SERVICE_DATE' }));
  }
  if (days.announced.first !== undefined && days.announced.first > context.today) {
    return refuse(noticeOf('not-yet-announced', { record, field: 'ANNOUNCEMENT.START_DATE' }));
  }

  const education = details?.SERVICE_MODULE?.EDUCATION;
  const texts = parts.parent ? inheritTexts(parts.own.texts, parts.parent.texts) : parts.own.texts;
  const summary = summaryOf(texts);
  const kinds = classify(service, { title, target: texts.target }, record);
  const schedule = readSchedule(
    education,
    { days, meaning: kinds.meaning, namesPractice: texts.namesPractice },
    record,
  );
  const place = readPlace(education, context, record);
  const german = readGerman(service, { ...texts, title, goals: kinds.meaning.goals }, record);
  const care = readCare(
    [texts.description, texts.target, schedule.timetable.text ?? ''],
    details?.KEYWORD ?? [],
    record,
  );
  const cost = readCost(service, record);
  const seats = readSeats(education, record);
  const office = readOffice(service, supplier.value, record);
  const lastShown = lastDayShown(days);
  const needsFromText = german.needs !== undefined || kinds.audiences.length > 0;
  const provenance: readonly FactProvenance[] = [
    ...(schedule.isFromText ? [{ fact: 'timetable' as const, from: 'text' as const }] : []),
    ...(care.childcare ? [{ fact: 'childcare' as const, from: 'text' as const }] : []),
    ...(german.teaches ? [{ fact: 'teaches' as const, from: 'text' as const }] : []),
    ...(needsFromText ? [{ fact: 'needs' as const, from: 'text' as const }] : []),
    ...(cost.isFromText ? [{ fact: 'cost' as const, from: 'text' as const }] : []),
  ];
  const goals = german.isGermanCourse
    ? [...new Set([...kinds.meaning.goals, 'german' as const])]
    : kinds.meaning.goals;
  const course = parent === undefined ? idOf(own) : idOf(parent);
  const offer: Offer = {
    id,
    kind: kinds.meaning.kind,
    course: `${context.feed}:${course}`,
    goals,
    fields: kinds.fields,
    ...(kinds.meaning.leadsTo && { leadsTo: kinds.meaning.leadsTo }),
    title: cutText(title, MAX_TITLE_CHARACTERS),
    ...(summary !== '' && { summary: cutText(summary, MAX_SUMMARY_CHARACTERS) }),
    provider: providerOf(supplier.value),
    places: place.places,
    online: place.online,
    timetable: schedule.timetable,
    rolling: days.isRolling,
    ...(days.registerBy !== undefined && { registerBy: days.registerBy }),
    ...(schedule.hoursPerWeek !== undefined && {
      hours: { min: schedule.hoursPerWeek, max: schedule.hoursPerWeek },
    }),
    ...(seats.seats && { seats: seats.seats }),
    ...(german.teaches && { teaches: { german: german.teaches } }),
    needs: {
      ...(german.needs && { german: german.needs }),
      ...(kinds.audiences.length > 0 && { audiences: kinds.audiences }),
    },
    ...(care.childcare && { childcare: care.childcare }),
    ...(cost.cost && { cost: cost.cost }),
    funding: kinds.funding,
    ...(kinds.occupation !== undefined && { occupation: kinds.occupation }),
    ...(place.stepFree !== undefined && { access: { stepFree: place.stepFree } }),
    languages: kinds.languages,
    ...(office.contact && { contact: office.contact }),
    links: office.links,
    provenance,
    freshness: {
      feed: context.feed,
      checked: context.today,
      ...(lastShown !== undefined && { validUntil: lastShown }),
      ...(context.sample && { sample: true }),
    },
  };
  const notices = [days, kinds, schedule, place, german, care, cost, seats, office].flatMap(
    (part) => part.notices,
  );
  const contradicted = attendanceDiffers(education, schedule)
    ? [noticeOf('attendance-differs', { record, field: 'INSTRUCTION_TIME' })]
    : [];
  return { record, offer, notices: [...notices, ...contradicted] };
}

/** The supplier a service names, or the only one. The failure is the field that names none. */
function supplierOf(service: Service, suppliers: readonly Supplier[]): Result<Supplier, string> {
  const named = service.SUPPLIER_ID_REF ?? '';
  const [only, ...others] = suppliers;
  const found =
    others.length === 0
      ? only
      : suppliers.find(({ SUPPLIER_ID }) => named !== '' && SUPPLIER_ID.includes(named));
  if (found === undefined) return failed(only === undefined ? 'HEADER.SUPPLIER' : 'SUPPLIER_ID_REF');
  return plainLine(found.SUPPLIER_NAME ?? '') === '' ? failed('HEADER.SUPPLIER.SUPPLIER_NAME') : ok(found);
}

function providerOf({ SUPPLIER_ID, SUPPLIER_NAME = '' }: Supplier): Offer['provider'] {
  const id = writtenId(SUPPLIER_ID[0] ?? '').slice(0, 100);
  return { ...(id !== '' && { id }), name: cutText(plainLine(SUPPLIER_NAME), 200) };
}

/** What a reader sees: what is asked for and who is meant stands below the description, under German headings. */
function summaryOf({ description, requirements, target }: ServiceTexts): string {
  const parts = [
    description,
    requirements === '' ? '' : `Voraussetzungen: ${requirements}`,
    target === '' ? '' : `Zielgruppe: ${target}`,
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

/** Until the announcement ends, or the course does, whichever is first; an open entry ends with the announcement alone. */
function lastDayShown({ announced, last, isRolling }: ServiceDays): LocalDate | undefined {
  const days = [announced.last, isRolling ? undefined : last].filter((day) => day !== undefined);
  return days.toSorted((one, other) => one - other)[0];
}
