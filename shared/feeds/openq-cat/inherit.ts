import type { CourseModule, Education, Service } from './record.schema.ts';

type Details = NonNullable<Service['SERVICE_DETAILS']>;
type Extended = NonNullable<Education['EXTENDED_INFO']>;

/**
 * A date of an offer with all it lacks taken from the offer. First and last day go together, and so do amount and currency; the
 * last day to register is the offer's own when the date has a start. Times are not taken over when the date states another
 * kind of attendance than the offer: they would be those of the other one.
 */
export function inherit(date: Service, offer: Service): Service {
  return {
    ...date,
    COURSE_TYPE: filled(date.COURSE_TYPE) ?? offer.COURSE_TYPE,
    SUPPLIER_ID_REF: filled(date.SUPPLIER_ID_REF) ?? offer.SUPPLIER_ID_REF,
    SERVICE_DETAILS: inheritDetails(date.SERVICE_DETAILS, offer.SERVICE_DETAILS),
    SERVICE_CLASSIFICATION: either(date.SERVICE_CLASSIFICATION, offer.SERVICE_CLASSIFICATION),
    SERVICE_PRICE_DETAILS: date.SERVICE_PRICE_DETAILS ?? offer.SERVICE_PRICE_DETAILS,
    MIME_INFO: either(date.MIME_INFO, offer.MIME_INFO),
  };
}

function inheritDetails(date: Details | undefined, offer: Details | undefined): Details | undefined {
  if (date === undefined || offer === undefined) return date ?? offer;
  const [own, general] = [date.SERVICE_MODULE?.EDUCATION, offer.SERVICE_MODULE?.EDUCATION];
  const hasOwnDay = [date.SERVICE_DATE, ...(own?.MODULE_COURSE ?? []).map((part) => part.DURATION)].some(
    (period) => filled(period?.START_DATE) !== undefined,
  );
  return {
    TITLE: filled(date.TITLE) ?? offer.TITLE,
    DESCRIPTION_LONG: filled(date.DESCRIPTION_LONG) ?? offer.DESCRIPTION_LONG,
    REQUIREMENTS: filled(date.REQUIREMENTS) ?? offer.REQUIREMENTS,
    SERVICE_DATE: hasOwnDay ? date.SERVICE_DATE : offer.SERVICE_DATE,
    KEYWORD: either(date.KEYWORD, offer.KEYWORD),
    TARGET_GROUP: either(date.TARGET_GROUP, offer.TARGET_GROUP),
    SERVICE_MODULE: { EDUCATION: inheritEducation(own, general, hasOwnDay) },
    ANNOUNCEMENT: date.ANNOUNCEMENT ?? offer.ANNOUNCEMENT,
  };
}

function inheritEducation(
  date: Education | undefined,
  offer: Education | undefined,
  hasOwnDay: boolean,
): Education | undefined {
  if (date === undefined || offer === undefined) return date ?? offer;
  const [own, general] = [
    date.EXTENDED_INFO?.INSTRUCTION_TIME?.code,
    offer.EXTENDED_INFO?.INSTRUCTION_TIME?.code,
  ];
  const isOtherKind = filled(own) !== undefined && filled(general) !== undefined && own !== general;
  const [first] = offer.MODULE_COURSE;
  return {
    ...date,
    REGISTRATION_DATE: filled(date.REGISTRATION_DATE) ?? (hasOwnDay ? undefined : offer.REGISTRATION_DATE),
    SUBSIDY: either(date.SUBSIDY, offer.SUBSIDY),
    MIME_INFO: either(date.MIME_INFO, offer.MIME_INFO),
    CERTIFICATE: either(date.CERTIFICATE, offer.CERTIFICATE),
    EXTENDED_INFO: inheritExtended(date.EXTENDED_INFO, offer.EXTENDED_INFO),
    MODULE_COURSE:
      date.MODULE_COURSE.length === 0
        ? offer.MODULE_COURSE.map((part) => withoutOthers(part, { isOtherKind, hasOwnDay }))
        : date.MODULE_COURSE.map((part) =>
            inheritModule(part, first && withoutOthers(first, { isOtherKind, hasOwnDay })),
          ),
  };
}

function withoutOthers(
  part: CourseModule,
  { isOtherKind, hasOwnDay }: { readonly isOtherKind: boolean; readonly hasOwnDay: boolean },
): CourseModule {
  return {
    ...part,
    ...(isOtherKind && { INSTRUCTION_REMARKS: undefined }),
    ...(hasOwnDay && { DURATION: undefined, FLEXIBLE_START: undefined }),
  };
}

function inheritModule(date: CourseModule, offer: CourseModule | undefined): CourseModule {
  if (offer === undefined) return date;
  return {
    ...date,
    MIN_PARTICIPANTS: filled(date.MIN_PARTICIPANTS) ?? offer.MIN_PARTICIPANTS,
    MAX_PARTICIPANTS: filled(date.MAX_PARTICIPANTS) ?? offer.MAX_PARTICIPANTS,
    LOCATION: date.LOCATION ?? offer.LOCATION,
    DURATION: filled(date.DURATION?.START_DATE) === undefined ? offer.DURATION : date.DURATION,
    INSTRUCTION_REMARKS: filled(date.INSTRUCTION_REMARKS) ?? offer.INSTRUCTION_REMARKS,
    FLEXIBLE_START: filled(date.FLEXIBLE_START) ?? offer.FLEXIBLE_START,
    EXTENDED_INFO: date.EXTENDED_INFO ?? offer.EXTENDED_INFO,
  };
}

function inheritExtended(date: Extended | undefined, offer: Extended | undefined): Extended | undefined {
  if (date === undefined || offer === undefined) return date ?? offer;
  return {
    INSTRUCTION_FORM: date.INSTRUCTION_FORM ?? offer.INSTRUCTION_FORM,
    INSTRUCTION_TIME: date.INSTRUCTION_TIME ?? offer.INSTRUCTION_TIME,
    PRACTICAL_PART: filled(date.PRACTICAL_PART) ?? offer.PRACTICAL_PART,
    FUNDING_TYPES_FEDERAL: either(date.FUNDING_TYPES_FEDERAL, offer.FUNDING_TYPES_FEDERAL),
    FUNDING_TYPES_REGIONAL: either(date.FUNDING_TYPES_REGIONAL, offer.FUNDING_TYPES_REGIONAL),
    TEACHING_LANGUAGES: either(date.TEACHING_LANGUAGES, offer.TEACHING_LANGUAGES),
    TEACHING_LANGUAGES_REMARKS: filled(date.TEACHING_LANGUAGES_REMARKS) ?? offer.TEACHING_LANGUAGES_REMARKS,
    EDUCATION_TYPE: date.EDUCATION_TYPE ?? offer.EDUCATION_TYPE,
  };
}

/** A blank element is none, and so is the word for "not stated". */
function filled(text: string | undefined): string | undefined {
  return text === undefined || text === '' || text === 'Keine Angabe' ? undefined : text;
}

/** The list of the date, where it has one. */
function either<Item>(date: Item[], offer: Item[]): Item[] {
  return date.length > 0 ? date : offer;
}
