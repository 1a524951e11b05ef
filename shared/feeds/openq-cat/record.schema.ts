import * as z from 'zod';
import { xmlCoded, xmlList, xmlOne, xmlText } from '../xml/xml-schema.ts';

const line = xmlText(1000).optional();
const prose = xmlText(60_000).optional();
const lines = xmlList(xmlText(1000), 200);

const period = xmlOne(z.object({ START_DATE: line, END_DATE: line }));

const address = xmlOne(
  z.object({
    NAME: line,
    NAME2: line,
    STREET: line,
    ZIP: line,
    CITY: line,
    BARRIER_FREE_LOCATION: line,
  }),
);

const moduleOfCourse = z.object({
  COURSE_ID: line,
  MIN_PARTICIPANTS: line,
  MAX_PARTICIPANTS: line,
  LOCATION: address,
  DURATION: period,
  INSTRUCTION_REMARKS: prose,
  FLEXIBLE_START: line,
  EXTENDED_INFO: xmlOne(z.object({ SEGMENT_TYPE: xmlCoded.optional() })),
});

const links = xmlList(
  z.object({ MIME_ELEMENT: xmlList(z.object({ MIME_SOURCE: xmlText(2000).optional() }), 100) }),
  20,
);

const education = xmlOne(
  z.object({
    '@type': z.string().max(20).optional(),
    COURSE_ID: line,
    REGISTRATION_DATE: line,
    SUBSIDY: xmlList(z.object({ SUBSIDY_DESCRIPTION: prose }), 50),
    MIME_INFO: links,
    CERTIFICATE: xmlList(z.object({ CERTIFICATE_STATUS: line }), 50),
    EXTENDED_INFO: xmlOne(
      z.object({
        INSTRUCTION_FORM: xmlCoded.optional(),
        INSTRUCTION_TIME: xmlCoded.optional(),
        PRACTICAL_PART: line,
        FUNDING_TYPES_FEDERAL: xmlList(xmlCoded, 50),
        FUNDING_TYPES_REGIONAL: xmlList(xmlCoded, 50),
        TEACHING_LANGUAGES: lines,
        TEACHING_LANGUAGES_REMARKS: prose,
        EDUCATION_TYPE: xmlCoded.optional(),
      }),
    ),
    MODULE_COURSE: xmlList(moduleOfCourse, 100),
  }),
);

/**
 * A `SERVICE` of an OpenQ-cat 1.1 catalogue as far as it is used: an offer with its first date, or a further date of one.
 * What is not named here (above all every `CONTACT` and `INSTRUCTOR`, which hold persons) is dropped unread; unknown elements
 * are no fault, as they were added without a new version before.
 */
export const serviceSchema = z.object({
  PRODUCT_ID: xmlText(255),
  COURSE_TYPE: line,
  SUPPLIER_ID_REF: line,
  SERVICE_DETAILS: xmlOne(
    z.object({
      TITLE: line,
      DESCRIPTION_LONG: prose,
      REQUIREMENTS: prose,
      SERVICE_DATE: period,
      KEYWORD: lines,
      TARGET_GROUP: xmlList(z.object({ TARGET_GROUP_TEXT: prose }), 50),
      SERVICE_MODULE: xmlOne(z.object({ EDUCATION: education })),
      ANNOUNCEMENT: period,
    }),
  ),
  SERVICE_CLASSIFICATION: xmlList(z.object({ FEATURE: xmlList(z.object({ FNAME: line }), 50) }), 50),
  SERVICE_PRICE_DETAILS: xmlOne(
    z.object({
      SERVICE_PRICE: xmlOne(z.object({ PRICE_AMOUNT: line, PRICE_CURRENCY: line })),
      REMARKS: prose,
    }),
  ),
  MIME_INFO: links,
});

/** The suppliers of a catalogue: names, offices; never their contact persons. */
export const suppliersSchema = z.object({
  SUPPLIER: xmlList(
    z.object({
      SUPPLIER_ID: lines,
      SUPPLIER_NAME: line,
      ADDRESS: xmlOne(
        z.object({
          PHONE: line,
          EMAILS: xmlOne(z.object({ EMAIL: lines })),
          URL: xmlText(2000).optional(),
        }),
      ),
    }),
    1000,
  ),
});

/** What decides how services belong together, before one is read in full. */
export const outlineSchema = z.object({
  PRODUCT_ID: xmlText(255),
  SERVICE_DETAILS: xmlOne(
    z.object({
      TITLE: line,
      SERVICE_DATE: period,
      SERVICE_MODULE: xmlOne(
        z.object({
          EDUCATION: xmlOne(
            z.object({
              '@type': z.string().max(20).optional(),
              COURSE_ID: line,
              MODULE_COURSE: xmlList(
                z.object({ COURSE_ID: line, DURATION: period, FLEXIBLE_START: line }),
                100,
              ),
            }),
          ),
        }),
      ),
    }),
  ),
});

/** A checked service. */
export type Service = z.output<typeof serviceSchema>;
/** Its education, where it has one. */
export type Education = NonNullable<
  NonNullable<NonNullable<Service['SERVICE_DETAILS']>['SERVICE_MODULE']>['EDUCATION']
>;
/** One part of its course: a block, an internship, an exam, holidays, or all of it. */
export type CourseModule = Education['MODULE_COURSE'][number];
/** A supplier of the header. */
export type Supplier = z.output<typeof suppliersSchema>['SUPPLIER'][number];
