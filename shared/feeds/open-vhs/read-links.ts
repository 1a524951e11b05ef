import type { Offer } from '../../domain/offer/offer.ts';
import { noticeOf, type Notice, type RecordPlace } from '../notice.ts';
import { webLink } from '../web-link.ts';
import type { VhsRecord } from './record.schema.ts';

const OFFICE_MAIL = /^[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+$/;
const OFFICE_PHONE = /^[\d\s()/+-]{5,40}$/;

/**
 * The page of the course, the page where one registers, and phone and mail of the office (`anmeldung`). Persons
 * (`dozent`, `ansprechperson`) are never read.
 */
export function readLinks(
  vhs: Omit<VhsRecord, 'bezirk'>,
  record: RecordPlace,
): {
  readonly links: Offer['links'];
  readonly contact?: NonNullable<Offer['contact']>;
  readonly notices: readonly Notice[];
} {
  const addresses = {
    page: vhs.webadresse.map(({ uri }) => uri?.trim() ?? '').find((uri) => uri !== '') ?? '',
    booking: vhs.anmeldung?.link?.trim() ?? '',
  };
  const [page, booking] = [webLink(addresses.page), webLink(addresses.booking)];
  const [phone, mail] = [vhs.anmeldung?.telefon?.trim() ?? '', vhs.anmeldung?.mail?.trim() ?? ''];
  const contact = {
    ...(OFFICE_PHONE.test(phone) && { phone }),
    ...(OFFICE_MAIL.test(mail) && { mail }),
  };
  const isBroken =
    (addresses.page !== '' && page === undefined) || (addresses.booking !== '' && booking === undefined);
  return {
    links: { ...(page !== undefined && { page }), ...(booking !== undefined && { booking }) },
    ...(Object.keys(contact).length > 0 && { contact }),
    notices: isBroken ? [noticeOf('link-invalid', { record, field: 'webadresse, anmeldung.link' })] : [],
  };
}
