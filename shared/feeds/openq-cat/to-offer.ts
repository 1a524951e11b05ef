import * as z from 'zod';
import { parseOfferId } from '../../domain/offer/offer-id.ts';
import type { FactProvenance, Offer } from '../../domain/offer/offer.ts';
import type { LocalDate } from '../../domain/time/local-date.ts';
import { failed, ok, type Result } from '../../domain/result.ts';
import type { OfferContext, RawRecord, RecordOutcome } from '../feed-format.ts';
import { noticeOf, type Notice, type RecordPlace } from '../notice.ts';
import { cutText, plainLine, plainText } from '../plain-text.ts';
import { recordRefused } from '../record-refused.ts';
import { writtenId } from '../written-id.ts';
import { attendanceDiffers } from './check-attendance.ts';
import { classify } from './classify.ts';
import { inherit } from './inherit.ts';
import { readCare } from './read-care.ts';
import { readDays, type ServiceDays } from './read-days.ts';
import { readCost, readSeats } from './read-figures.ts';
import { readGerman } from './read-german.ts';
import { readOffice } from './read-office.ts';
import { readPlace } from './read-place.ts';
import { readSchedule } from './read-schedule.ts';
import { serviceSchema, suppliersSchema, type Service, type Supplier } from './record.schema.ts';

const MAX_TITLE_CHARACTERS = 300;
const MAX_SUMMARY_CHARACTERS = 8000;

const recordSchema = z.object({
  header: suppliersSchema.optional(),
  service: serviceSchema,
  parent: serviceSchema.optional(),
  isOrphan: z.boolean(),
});

/**
 * One service as an offer: a date with all it inherits, or an offer with its own first date. Refused without a usable id, title or
 * supplier, without any date or open entry, as a date of an offer that is not there, and before its announcement.
 */
export function toOffer(raw: RawRecord, context: OfferContext): RecordOutcome {
  const parsed = recordSchema.safeParse(raw.value);
  if (!parsed.success) return recordRefused(raw, parsed.error);
  const { header, service: own, parent, isOrphan } = parsed.data;
  const record: RecordPlace = { number: raw.number, id: own.PRODUCT_ID };
  const refuse = (notice: Notice): RecordOutcome => ({ record, notices: [notice] });
  if (isOrphan) return refuse(noticeOf('parent-missing', { record, field: 'COURSE_ID' }));
  const service = parent === undefined ? own : inherit(own, parent);
  const supplier = supplierOf(service, header?.SUPPLIER ?? []);
  if (!supplier.ok) return refuse(noticeOf('record-invalid', { record, field: supplier.failure }));
  const isOnlySupplier = (header?.SUPPLIER.length ?? 0) === 1;
  const idOf = ({ PRODUCT_ID }: Service) =>
    writtenId(isOnlySupplier ? PRODUCT_ID : `${supplier.value.SUPPLIER_ID[0] ?? ''}.${PRODUCT_ID}`);
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
  const texts = textsOf(service);
  const kinds = classify(service, title, record);
  const schedule = readSchedule(
    education,
    { days, meaning: kinds.meaning, description: texts.description },
    record,
  );
  const place = readPlace(education, context, record);
  const german = readGerman(
    service,
    { title, description: texts.description, goals: kinds.meaning.goals },
    record,
  );
  const care = readCare([texts.description, texts.target, texts.remarks], details?.KEYWORD ?? [], record);
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
    ...(texts.summary !== '' && { summary: cutText(texts.summary, MAX_SUMMARY_CHARACTERS) }),
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

/** Texts as a reader sees them; what is asked for and who is meant stands below the description, under German headings. */
function textsOf(service: Service) {
  const details = service.SERVICE_DETAILS;
  const modules = details?.SERVICE_MODULE?.EDUCATION?.MODULE_COURSE ?? [];
  const description = plainText(details?.DESCRIPTION_LONG ?? '');
  const target = (details?.TARGET_GROUP ?? [])
    .map((group) => plainText(group.TARGET_GROUP_TEXT ?? ''))
    .join('\n')
    .trim();
  const requirements = plainText(details?.REQUIREMENTS ?? '');
  const remarks = modules.map((part) => plainText(part.INSTRUCTION_REMARKS ?? '')).join('\n');
  const summary = [
    description,
    requirements === '' ? '' : `Voraussetzungen: ${requirements}`,
    target === '' ? '' : `Zielgruppe: ${target}`,
  ].filter((part) => part !== '');
  return { description, target, remarks, summary: summary.join('\n\n') };
}

/** Until the announcement ends, or the course does, whichever is first; an open entry ends with the announcement alone. */
function lastDayShown({ announced, last, isRolling }: ServiceDays): LocalDate | undefined {
  const days = [announced.last, isRolling ? undefined : last].filter((day) => day !== undefined);
  return days.toSorted((one, other) => one - other)[0];
}
