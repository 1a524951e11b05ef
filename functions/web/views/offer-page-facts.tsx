import type { Offer } from '../../../shared/domain/offer/offer.ts';
import type { Messages } from '../../../shared/messages/messages.ts';
import type { Fact } from './fact-list.tsx';
import { Lines } from './lines.tsx';
import {
  beginOf,
  childcareOf,
  costOf,
  hoursOf,
  placeOf,
  shortDate,
  statedOf,
  timesOf,
} from './offer-facts.ts';
import { offerNeeds } from './offer-needs.ts';

/** What the page of an offer says of it, whatever the situation. */
export function offerPageFacts(messages: Messages, offer: Offer): readonly Fact[] {
  const { say } = messages;
  const hours = hoursOf(messages, offer);
  const needs = offerNeeds(messages, offer);
  const { freshness, registerBy, contact, access, absence } = offer;
  return [
    { label: say('page.fact.provider'), value: <bdi lang="de">{offer.provider.name}</bdi> },
    { label: say('page.fact.times'), value: <Lines lines={timesOf(messages, offer)} /> },
    ...(hours.length === 0 ? [] : [{ label: say('page.fact.hours'), value: hours.join(', ') }]),
    { label: say('page.fact.begin'), value: beginOf(messages, offer, undefined) },
    ...(registerBy === undefined
      ? []
      : [{ label: say('page.fact.register-by'), value: shortDate(messages, registerBy) }]),
    {
      label: say('page.fact.place'),
      value: (
        <Lines
          lines={[
            ...offer.places.map((place) => placeOf(messages, place)),
            ...(offer.online ? [say('page.format.online')] : []),
            ...(offer.places.length === 0 && !offer.online ? [say('page.not-known')] : []),
          ]}
        />
      ),
    },
    {
      label: say('page.label.stepFree'),
      value:
        access?.stepFree === undefined
          ? say('page.not-known')
          : say(access.stepFree ? 'page.yes' : 'page.no'),
    },
    ...(offer.kind === 'job' ? [] : [{ label: say('page.fact.cost'), value: costOf(messages, offer) }]),
    ...(offer.kind === 'childcare'
      ? []
      : [{ label: say('page.fact.childcare'), value: childcareOf(messages, offer) }]),
    ...(needs.length === 0 ? [] : [{ label: say('page.fact.needs'), value: <Lines lines={needs} /> }]),
    ...(absence === undefined
      ? []
      : [
          {
            label: say('fact.absence'),
            value: <Lines lines={[absence, ...statedOf(messages, offer, 'absence')]} />,
          },
        ]),
    ...(contact === undefined
      ? []
      : [
          {
            label: say('page.fact.contact'),
            value: [contact.phone, contact.mail].filter(Boolean).join(' · '),
          },
        ]),
    {
      label: say('page.fact.as-of'),
      value: (
        <Lines
          lines={[
            say('page.checked', { date: shortDate(messages, freshness.checked) }),
            ...(freshness.statedBy === undefined
              ? []
              : [say('page.stated-by', { name: freshness.statedBy })]),
          ]}
        />
      ),
    },
  ];
}
