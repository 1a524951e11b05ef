import { compiledOnUse } from '../compiled-on-use.ts';
import { outlineSchema } from './record.schema.ts';

const checkedOutline = compiledOnUse(outlineSchema);

/** What a service is to the others: its id, the offer it is a date of, and whether it has a date or open entry itself. */
export type Outline = {
  readonly id: string;
  readonly parent?: string;
  readonly hasDate: boolean;
};

/**
 * The outline of a service; `undefined` where it has no readable id. A date is marked by `EDUCATION@type="false"`, and some
 * tools write an empty type and an empty title instead; either points to its offer by `COURSE_ID`.
 */
export function outlineOf(service: unknown): Outline | undefined {
  const parsed = checkedOutline.safeParse(service);
  if (!parsed.success || parsed.data.PRODUCT_ID === '') return undefined;
  const { PRODUCT_ID: id, SERVICE_DETAILS: details } = parsed.data;
  const education = details?.SERVICE_MODULE?.EDUCATION;
  const modules = education?.MODULE_COURSE ?? [];
  const pointer =
    education?.COURSE_ID ?? modules.map((part) => part.COURSE_ID ?? '').find((found) => found !== '') ?? '';
  const isDate =
    education?.['@type'] === 'false' || education?.['@type'] === '0' || (details?.TITLE ?? '') === '';
  const periods = [details?.SERVICE_DATE, ...modules.map((part) => part.DURATION)];
  const hasDate =
    periods.some((period) => (period?.START_DATE ?? '') !== '') ||
    modules.some((part) => part.FLEXIBLE_START === 'true' || part.FLEXIBLE_START === '1');
  return { id, hasDate, ...(isDate && pointer !== '' && pointer !== id && { parent: pointer }) };
}

/** The elements an outline is made of. */
export const OUTLINE_ELEMENTS: ReadonlySet<string> = new Set([
  'PRODUCT_ID',
  'SERVICE_DETAILS',
  'TITLE',
  'SERVICE_DATE',
  'START_DATE',
  'SERVICE_MODULE',
  'EDUCATION',
  'COURSE_ID',
  'MODULE_COURSE',
  'DURATION',
  'FLEXIBLE_START',
]);
