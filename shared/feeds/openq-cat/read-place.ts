import type { Place } from '../../domain/place/place.ts';
import type { OfferContext } from '../feed-format.ts';
import { locatePlace } from '../locate-place.ts';
import { noticeOf, type Notice, type RecordPlace } from '../notice.ts';
import { plainLine } from '../plain-text.ts';
import { MIXED_FORMS, ONLINE_FORMS, SELF_PACED_FORMS } from './code-tables.ts';
import { isPractice } from './read-days.ts';
import type { CourseModule, Education } from './record.schema.ts';

/** Where a service is held. */
export type ServicePlace = {
  readonly places: readonly Place[];
  readonly online: boolean;
  readonly stepFree?: boolean;
  readonly notices: readonly Notice[];
};

type Location = NonNullable<CourseModule['LOCATION']>;

/**
 * The place of the lessons, from `LOCATION` alone: the seat of the supplier is another place for many offers and never taken
 * for it. Lessons at several places are at an unknown one. A form without a room counts as online only where no room is
 * given: some providers hold a "virtual classroom" in rooms of theirs.
 */
export function readPlace(
  education: Education | undefined,
  context: Pick<OfferContext, 'region' | 'bounds'>,
  record: RecordPlace,
): ServicePlace {
  const form = education?.EXTENDED_INFO?.INSTRUCTION_FORM?.code ?? '';
  const isRoomless = ONLINE_FORMS.has(form) || SELF_PACED_FORMS.has(form);
  const parts = (education?.MODULE_COURSE ?? []).filter((part) => !isPractice(part));
  const [location, ...others] = distinct(parts.flatMap((part) => part.LOCATION ?? []));
  if (SELF_PACED_FORMS.has(form) || (isRoomless && location === undefined)) {
    return { places: [], online: true, notices: [] };
  }
  const contradiction = isRoomless
    ? [noticeOf('online-contradicted', { record, field: 'INSTRUCTION_FORM' })]
    : [];
  const mixed = MIXED_FORMS.has(form)
    ? [noticeOf('blended-not-shown', { record, field: 'INSTRUCTION_FORM' })]
    : [];
  if (location === undefined) {
    const notices = [...mixed, noticeOf('place-not-stated', { record, field: 'LOCATION' })];
    return { places: [], online: false, notices };
  }
  if (others.length > 0) {
    const notices = [
      ...mixed,
      ...contradiction,
      noticeOf('session-at-two-places', { record, field: 'LOCATION' }),
    ];
    return { places: [{ precision: 'none' }], online: false, notices };
  }
  const { place, notices } = locatePlace(addressOf(location), context, record);
  const access = location.BARRIER_FREE_LOCATION ?? '';
  return {
    places: [place],
    online: false,
    ...(['true', 'false'].includes(access) && { stepFree: access === 'true' }),
    notices: [...mixed, ...contradiction, ...notices],
  };
}

function addressOf({ NAME = '', NAME2 = '', STREET = '', ZIP = '', CITY = '' }: Location) {
  const name = [NAME, NAME2]
    .map(plainLine)
    .filter((part) => part !== '')
    .join(', ');
  return { name, street: plainLine(STREET), postcode: ZIP, city: plainLine(CITY) };
}

/** Places that differ in street or postcode; the name may name a room. One without either is none. */
function distinct(locations: readonly Location[]): readonly Location[] {
  const keyed = locations.map(
    (location) =>
      [`${location.STREET ?? ''}|${location.ZIP ?? ''}|${location.CITY ?? ''}`, location] as const,
  );
  return [...new Map(keyed.filter(([key]) => key !== '||')).values()];
}
