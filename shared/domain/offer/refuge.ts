import type { Offer } from './offer.ts';

/** Names of places whose address protects those who live there. */
const REFUGE =
  /frauen(?:schutz)?haus(?!arzt)|frauenhäuser|(?:frauen|mädchen|männer|kinder)?schutz(?:haus|wohnung|unterkunft|einrichtung)|zufluchts(?:wohnung|stätte|ort)|(?:frauen|mädchen)zuflucht|mädchenhaus|women['’]?s (?:shelter|refuge)|(?:domestic|family) (?:violence|abuse)\b.*\b(?:shelter|refuge|safe house|accommodation)|\bsafe house\b|\brefuge (?:accommodation|service)s?\b|casa refugio/iu;
/** Sentences that say of an address that it must not be known. */
const SECRET_ADDRESS =
  /(?:adresse|anschrift|standort)\b[^.]{0,60}\b(?:geheim|vertraulich|anonym|nicht veröffentlicht|nicht bekannt ?gegeben)|\b(?:geheime|vertrauliche|anonyme) (?:adresse|anschrift|unterkunft)|confidential (?:address|location)|(?:address|location) is (?:kept )?confidential/iu;

/** Whether an offer is a place of refuge, or says that its address is secret. `alsoCalled`: further names and kinds of it. */
export function isRefuge(
  offer: Pick<Offer, 'title' | 'provider' | 'places' | 'summary'>,
  alsoCalled: readonly string[] = [],
): boolean {
  const { title, summary, provider, places } = offer;
  if (namesRefuge(title) || namesRefuge(provider.name)) return true;
  for (const { name } of places) if (name !== undefined && namesRefuge(name)) return true;
  return alsoCalled.some(namesRefuge) || (summary !== undefined && SECRET_ADDRESS.test(summary));
}

function namesRefuge(name: string): boolean {
  return REFUGE.test(name) || SECRET_ADDRESS.test(name);
}

/**
 * An offer by its name and telephone alone: no place, no text that may hold an address, no mail and no page. For places of
 * refuge, before they are stored and before they are given away.
 */
export function withoutWhereabouts(offer: Offer): Offer {
  const { summary: _summary, contact, absence: _absence, ...rest } = offer;
  const { text: _text, ...timetable } = offer.timetable;
  return {
    ...rest,
    places: [],
    ...(contact?.phone !== undefined && { contact: { phone: contact.phone } }),
    ...(offer.care && { care: withoutClosures(offer.care) }),
    ...(offer.cost && { cost: withoutText(offer.cost) }),
    links: {},
    timetable: {
      ...timetable,
      weekly: timetable.weekly.map(({ place: _place, ...slot }) => slot),
      dated: timetable.dated.map(({ place: _place, ...session }) => session),
    },
  };
}

function withoutClosures({
  closures: _closures,
  ...care
}: NonNullable<Offer['care']>): NonNullable<Offer['care']> {
  return care;
}

function withoutText({ text: _text, ...cost }: NonNullable<Offer['cost']>): NonNullable<Offer['cost']> {
  return cost;
}
