import type { CatalogueOffer } from '../../../shared/domain/offer/catalogue.ts';
import type { Messages } from '../../../shared/messages/messages.ts';
import { statedOf } from './offer-facts.ts';

/** What an offer asks for, a line each. */
export function offerNeeds(messages: Messages, offer: CatalogueOffer): readonly string[] {
  const { say, lists } = messages;
  const { needs } = offer;
  const { german, schooling, degree, schoolingOrDegree, audiences = [], ageYears } = needs;
  const qualifications = [
    ...(schooling === undefined ? [] : [say(`schooling.${schooling}`)]),
    ...(degree === undefined ? [] : [say(`degree.${degree}`)]),
  ];
  const joined =
    schoolingOrDegree === true ? lists.or.format(qualifications) : lists.and.format(qualifications);
  const { from, to } = ageYears ?? {};
  return [
    ...(german === undefined
      ? []
      : [[say(`page.german.${german}`), ...statedOf(messages, offer, 'needs')].join(', ')]),
    ...(qualifications.length === 0 ? [] : [joined]),
    ...(audiences.length === 0
      ? []
      : [
          say('page.meant-for', {
            groups: lists.and.format(audiences.map((group) => say(`group.${group}`))),
          }),
        ]),
    ...(from === undefined ? [] : [say('page.age-from', { years: from })]),
    ...(to === undefined ? [] : [say('page.age-to', { years: to })]),
  ];
}
