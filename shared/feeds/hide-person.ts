import type { Offer } from '../domain/offer/offer.ts';
import type { Place } from '../domain/place/place.ts';
import type { Point } from '../domain/place/point.ts';
import { noticeOf, type Notice, type RecordPlace } from './notice.ts';

/** Words by which an association, company or office is told from a person. */
const ORGANISATION =
  /(?:\be\. ?v\.?|\bg?gmbh\b|\bgug\b|\beg\b|verein|verband|verbund|stiftung|stadt\b|gemeinde|kreis|amt\b|jugendhilfe|werk\b|diakonie|caritas|\bawo\b|\bdrk\b|kirche)/iu;
const CELL_METRES = 500;
const METRES_PER_DEGREE = 111_195;

/**
 * An offer of a childminder, who is a person and works at home, without what leads there: name, street, telephone, texts and
 * links are left out, the point becomes the middle of a square of 500 metres. Every other offer stays as it is.
 */
export function hidePerson(
  offer: Offer,
  record: RecordPlace,
): { readonly offer: Offer; readonly notices: readonly Notice[] } {
  if (offer.care?.kind !== 'childminder') return { offer, notices: [] };
  const { summary: _summary, contact: _contact, ...rest } = offer;
  const { text: _text, ...timetable } = offer.timetable;
  const isOrganisation = ORGANISATION.test(offer.provider.name);
  return {
    offer: {
      ...rest,
      title: 'Kindertagespflege',
      provider: { name: isOrganisation ? offer.provider.name : 'Kindertagespflege' },
      places: offer.places.map(blurred),
      timetable,
      links: {},
    },
    notices: [noticeOf('person-left-out', { record })],
  };
}

/** The place as its postcode with a rough point; without a postcode the city is all that stays. */
function blurred({ postcode, city, district, point }: Place): Place {
  const area = {
    ...(postcode !== undefined && { postcode }),
    ...(city !== undefined && { city }),
    ...(district !== undefined && { district }),
  };
  if (point === undefined || postcode === undefined) {
    return { ...area, precision: postcode === undefined && city === undefined ? 'none' : 'city' };
  }
  return { ...area, point: middleOfCell(point), precision: 'postcode' };
}

/** The middle of the square of 500 metres in which a point lies. */
export function middleOfCell({ lat, lon }: Point): Point {
  const latStep = CELL_METRES / METRES_PER_DEGREE;
  const middle = (Math.floor(lat / latStep) + 0.5) * latStep;
  const lonStep = CELL_METRES / (METRES_PER_DEGREE * Math.cos((middle * Math.PI) / 180));
  return { lat: rounded(middle), lon: rounded((Math.floor(lon / lonStep) + 0.5) * lonStep) };
}

function rounded(degrees: number): number {
  return Math.round(degrees * 10_000) / 10_000;
}
