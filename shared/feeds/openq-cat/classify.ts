import type { Audience, Field, Funding } from '../../domain/offer/terms.ts';
import { noticeOf, type Notice, type RecordPlace } from '../notice.ts';
import { remembered } from '../remembered.ts';
import { readAudiences } from '../text/read-audiences.ts';
import {
  COURSE_TYPES,
  EDUCATION_TYPES,
  FEDERAL_FUNDING,
  FIELDS_BY_OCCUPATION,
  REGIONAL_FUNDING,
  type EducationMeaning,
} from './code-tables.ts';
import type { Service } from './record.schema.ts';

/** What a service is and whom it serves, by the tables of code-tables.ts; groups are read from text. */
export type ServiceClass = {
  readonly meaning: EducationMeaning;
  readonly fields: readonly Field[];
  readonly occupation?: string;
  readonly funding: readonly Funding[];
  readonly audiences: readonly Audience[];
  readonly languages: readonly string[];
  readonly notices: readonly Notice[];
};

const UNKNOWN: EducationMeaning = { kind: 'course', goals: [] };
const RETURNS_TO_WORK = /zurück in den beruf|wiedereinstieg|berufsrückkehr/iu;

/** Sorts a service into the closed sets of the domain. Title and target group are plain text. */
export function classify(
  service: Service,
  { title, target }: { readonly title: string; readonly target: string },
  record: RecordPlace,
): ServiceClass {
  const details = service.SERVICE_DETAILS;
  const education = details?.SERVICE_MODULE?.EDUCATION;
  const type = education?.EXTENDED_INFO?.EDUCATION_TYPE?.code ?? '';
  const known = EDUCATION_TYPES.get(type) ?? COURSE_TYPES.get(service.COURSE_TYPE ?? '');
  const meaning = known ?? UNKNOWN;
  const goals = RETURNS_TO_WORK.test(title)
    ? [...new Set([...meaning.goals, 'return-to-work' as const])]
    : meaning.goals;
  const occupation = occupationOf(service);
  const field = FIELDS_BY_OCCUPATION.get(occupation?.slice(0, 2) ?? '');
  return {
    meaning: { ...meaning, goals },
    fields: field ? [field] : [],
    ...(occupation !== undefined && { occupation }),
    funding: fundingOf(service, type),
    audiences: readAudiences(target),
    languages: (education?.EXTENDED_INFO?.TEACHING_LANGUAGES ?? []).flatMap(languageTag),
    notices: known ? [] : [noticeOf('category-unknown', { record, field: 'EDUCATION_TYPE', value: type })],
  };
}

/** `'B 43412-90200'` -> `'43412'`, the occupation of the KldB 2010. Other systems stand in the same field and are not read. */
function occupationOf(service: Service): string | undefined {
  const names = service.SERVICE_CLASSIFICATION.flatMap(({ FEATURE }) =>
    FEATURE.map(({ FNAME }) => FNAME ?? ''),
  );
  return names.flatMap((name) => /^B (\d{5})(?:-|$)/u.exec(name)?.[1] ?? [])[0];
}

/** By the codes only: a certificate with status 1 is approved for the voucher for training; the text on subsidies promises nothing. */
function fundingOf(service: Service, educationType: string): readonly Funding[] {
  const education = service.SERVICE_DETAILS?.SERVICE_MODULE?.EDUCATION;
  const federal = education?.EXTENDED_INFO?.FUNDING_TYPES_FEDERAL ?? [];
  const regional = education?.EXTENDED_INFO?.FUNDING_TYPES_REGIONAL ?? [];
  const isApproved = (education?.CERTIFICATE ?? []).some(
    (certificate) => certificate.CERTIFICATE_STATUS === '1',
  );
  const found: readonly (Funding | undefined)[] = [
    ...federal
      .filter(({ code }) => code !== '')
      .map(({ code }) => (FEDERAL_FUNDING.has(code) ? FEDERAL_FUNDING.get(code) : 'other')),
    ...regional.filter(({ code }) => code !== '').map(({ code }) => REGIONAL_FUNDING.get(code) ?? 'other'),
    ...(isApproved ? ['bildungsgutschein' as const] : []),
    ...(service.COURSE_TYPE === '3' ? ['avgs' as const] : []),
    ...(educationType === '110' ? ['bamf' as const] : []),
  ];
  return [...new Set(found.filter((funding) => funding !== undefined))];
}

/** ISO 639-2 (`deu`, `ger`) to the shortest BCP 47 tag (`de`); nothing for what is no code. */
function languageTag(code: string): readonly string[] {
  if (!/^[a-z]{3}$/iu.test(code)) return [];
  return canonicalLocale(code);
}

const canonicalLocale = remembered((code) => Intl.getCanonicalLocales(code).slice(0, 1));
