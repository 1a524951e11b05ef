import type { Offer } from '../../domain/offer/offer.ts';
import { noticeOf, type Notice, type RecordPlace } from '../notice.ts';
import { webLink } from '../web-link.ts';
import type { Service, Supplier } from './record.schema.ts';

const PHONE = /^\+?[\d\s()/-]{5,40}$/u;
/** Mail boxes that belong to an office; any other may be a person's. */
const OFFICE_MAIL =
  /^(?:info|kontakt|contact|mail|post|office|service|bildung|weiterbildung|anmeldung|beratung|kurse|kursanfrage|akademie|schule|sekretariat|verwaltung|zentrale|empfang|hallo|team)[\w.+-]{0,40}@[\w-]+(?:\.[\w-]+)+$/iu;

/**
 * The page of a service, else the supplier's, and phone and mail of the supplier's office. Contact persons of the service or
 * supplier are never read.
 */
export function readOffice(
  service: Service,
  supplier: Supplier,
  record: RecordPlace,
): {
  readonly links: Offer['links'];
  readonly contact?: NonNullable<Offer['contact']>;
  readonly notices: readonly Notice[];
} {
  const education = service.SERVICE_DETAILS?.SERVICE_MODULE?.EDUCATION;
  const given = [...(education?.MIME_INFO ?? []), ...service.MIME_INFO]
    .flatMap(({ MIME_ELEMENT }) => MIME_ELEMENT.map(({ MIME_SOURCE }) => MIME_SOURCE ?? ''))
    .filter((address) => address !== '' && !/\.(?:jpe?g|png|gif|svg|pdf)$/iu.test(address));
  const pages = given.map(webLink);
  const page = pages.find((link) => link !== undefined) ?? webLink(supplier.ADDRESS?.URL ?? '');
  const phone = (supplier.ADDRESS?.PHONE ?? '').replaceAll('.', ' ').trim();
  const mail = (supplier.ADDRESS?.EMAILS?.EMAIL ?? []).find((address) => OFFICE_MAIL.test(address));
  const contact = { ...(PHONE.test(phone) && { phone }), ...(mail !== undefined && { mail }) };
  return {
    links: page === undefined ? {} : { page },
    ...(Object.keys(contact).length > 0 && { contact }),
    notices: pages.includes(undefined) ? [noticeOf('link-invalid', { record, field: 'MIME_SOURCE' })] : [],
  };
}
