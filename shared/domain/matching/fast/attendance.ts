import type { Segment } from '../match-index/segment.ts';
import { bySegment } from './columns/by-segment.ts';
import type { CareCase } from './care/care-case.ts';
import type { AttendedOffer } from './care/care-of-offer.ts';
import type { Request } from './request.ts';
import type { HeldOf, SeenVariant } from './seen-variant.ts';

/** Offers as they are attended, by one grouping of days. */
export type Attendance = {
  readonly heldOf: HeldOf;
  /** By the number of a variant among those of the offer. */
  readonly attend: (segment: Segment, offer: number, variant: number) => AttendedOffer;
  readonly attendAs: (segment: Segment, offer: number, variant: SeenVariant) => AttendedOffer;
};

/** The offers of a request; `isFine`: by fine classes of days. */
export function attendanceIn(request: Request, isFine: boolean): Attendance {
  const cases = request.cases(isFine);
  const heldIn = bySegment((segment) => request.held(segment, isFine));
  const heldOf: HeldOf = (segment, offer) => heldIn(segment)(offer);

  function attendAs(segment: Segment, offer: number, variant: SeenVariant): AttendedOffer {
    const held = heldOf(segment, offer);
    const careCase = held.begin === held.end ? NO_SESSIONS : cases(segment, offer, variant, held);
    return { segment, offer, variant, held, careCase };
  }

  return {
    heldOf,
    attendAs,
    attend: (segment, offer, variant) =>
      attendAs(segment, offer, request.variants(segment, offer, variant, heldOf)),
  };
}

const NO_SESSIONS: CareCase = {
  id: 0,
  sessions: [],
  attended: () => {
    throw new RangeError('there are no sessions');
  },
  childcare: undefined,
  isOneADay: true,
  hasCore: false,
  atOne: undefined,
};
