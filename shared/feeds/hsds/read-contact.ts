import type { Offer } from '../../domain/offer/offer.ts';
import { noticeOf, type Notice, type RecordPlace } from '../notice.ts';
import { webLink } from '../web-link.ts';
import type { HsdsService } from './record.schema.ts';

const OFFICE_MAIL = /^[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+$/;
const OFFICE_PHONE = /^\+?[\d\s()/.-]{5,39}$/;

/** Telephone and mail of the service or its organization; those of contacts belong to persons and are never read. */
export function contactOf(service: HsdsService): Pick<Offer, 'contact'> {
  const phones = [
    ...service.phones,
    ...service.service_at_locations.flatMap(({ phones: own, location }) => [
      ...own,
      ...(location?.phones ?? []),
    ]),
    ...(service.organization?.phones ?? []),
  ].filter(({ type }) => ['', 'voice', 'cell', 'mobile', 'text'].includes(type.toLowerCase()));
  const phone = phones
    .map(({ number }) => number.replaceAll('"', '').trim())
    .find((number) => OFFICE_PHONE.test(number));
  const mail = [service.email, service.organization?.email ?? ''].find((text) => OFFICE_MAIL.test(text));
  if (phone === undefined && mail === undefined) return {};
  return { contact: { ...(phone !== undefined && { phone }), ...(mail !== undefined && { mail }) } };
}

/** The page of the service and where one registers, if they are addresses of the web. */
export function linksOf(
  service: HsdsService,
  record: RecordPlace,
): { readonly links: Offer['links']; readonly notices: readonly Notice[] } {
  const [page, stated] = [
    webLink(service.url),
    service.additional_urls.find(({ label }) => label === 'booking')?.url ?? '',
  ];
  const booking = webLink(stated);
  const isBroken = (service.url !== '' && page === undefined) || (stated !== '' && booking === undefined);
  return {
    links: { ...(page !== undefined && { page }), ...(booking !== undefined && { booking }) },
    notices: isBroken ? [noticeOf('link-invalid', { record, field: 'url' })] : [],
  };
}
