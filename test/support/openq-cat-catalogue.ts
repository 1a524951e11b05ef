/** Parts of a made-up OpenQ-cat catalogue; whatever is not said is good and complete. */
export type CatalogueParts = {
  /** Attributes of NEW_CATALOG. */
  readonly full?: string;
  readonly suppliers?: string;
  readonly encoding?: string;
};

/** A full catalogue of the given services. */
export function catalogueOf(services: readonly string[], parts: CatalogueParts = {}): string {
  const { full = ' FULLCATALOG="true"', suppliers = SUPPLIER, encoding = 'UTF-8' } = parts;
  return `<?xml version="1.0" encoding="${encoding}"?><OPENQCAT version="1.1"><HEADER>${suppliers}</HEADER><NEW_CATALOG${full}>${services.join('')}</NEW_CATALOG></OPENQCAT>`;
}

/** An update that deletes and then adds or replaces. */
export function updateOf(sequence: number, deleted: readonly string[], services: readonly string[]): string {
  const deletions = deleted.map((id) => `<SERVICE><PRODUCT_ID>${id}</PRODUCT_ID></SERVICE>`).join('');
  return `<OPENQCAT version="1.1"><HEADER>${SUPPLIER}</HEADER><UPDATE_CATALOG seq_number="${sequence}"><NEW>${services.join('')}</NEW><DELETE>${deletions}</DELETE></UPDATE_CATALOG></OPENQCAT>`;
}

/** The supplier of a catalogue, with a seat, an office and a contact person. */
const SUPPLIER = supplierOf('900100', 'Lernhaus Beispielstadt');

export function supplierOf(id: string, name: string): string {
  return `<SUPPLIER><SUPPLIER_ID type="supplier_specific">${id}</SUPPLIER_ID><SUPPLIER_NAME>${name}</SUPPLIER_NAME><ADDRESS><STREET>Am Sitz 99</STREET><ZIP>12055</ZIP><CITY>Berlin</CITY><PHONE>+49.30.99900010</PHONE><EMAILS><EMAIL>erika.beispielfrau@bildung.example</EMAIL><EMAIL>info@bildung.example</EMAIL></EMAILS></ADDRESS><CONTACT><FIRST_NAME>Erika</FIRST_NAME><LAST_NAME>Beispielfrau</LAST_NAME></CONTACT></SUPPLIER>`;
}

/** What a service says; `''` leaves an element empty. Elements given as XML stand where they belong. */
export type ServiceParts = {
  readonly id?: string;
  readonly title?: string;
  readonly description?: string;
  readonly requirements?: string;
  readonly keywords?: readonly string[];
  readonly target?: string;
  readonly start?: string;
  readonly end?: string;
  readonly announcement?: string;
  readonly courseType?: string;
  readonly supplier?: string;
  readonly education?: string;
  readonly dateOf?: string;
  readonly registerBy?: string;
  readonly extended?: string;
  readonly modules?: string;
  readonly remarks?: string;
  readonly location?: string;
  readonly module?: string;
  readonly price?: string;
  readonly more?: string;
};

/** A room in 12045 Berlin. */
export const ROOM =
  '<LOCATION><NAME>Haus der Bildung</NAME><STREET>Lindenweg 12</STREET><ZIP>12045</ZIP><CITY>Berlin</CITY><COUNTRY>deutschland</COUNTRY></LOCATION>';

/** One service: a course on Monday to Thursday from 9:00 to 13:00 from 11 January to 25 June 2027. */
export function serviceOf(parts: ServiceParts = {}): string {
  const {
    id = '4711',
    title = 'Büromanagement kompakt',
    start = '2027-01-11T00:00:00.000+01:00',
    end = '2027-06-25T00:00:00.000+02:00',
    announcement = '<START_DATE>2026-09-01+02:00</START_DATE><END_DATE>2027-12-31+01:00</END_DATE>',
    education = 'type="true"',
    extended = '<INSTRUCTION_FORM type="101"/><INSTRUCTION_TIME type="2">Teilzeit</INSTRUCTION_TIME><EDUCATION_TYPE type="104"/>',
    remarks = 'Mo-Do 9.00-13.00 Uhr',
    location = ROOM,
    module = '',
  } = parts;
  const modules =
    parts.modules ??
    `<MODULE_COURSE>${location}${tag('INSTRUCTION_REMARKS', remarks)}${module}</MODULE_COURSE>`;
  const run = tag('START_DATE', start) + tag('END_DATE', end);
  return `<SERVICE>${tag('PRODUCT_ID', id)}${tag('COURSE_TYPE', parts.courseType ?? '1')}${tag('SUPPLIER_ID_REF', parts.supplier ?? '900100')}<SERVICE_DETAILS><TITLE>${title}</TITLE>${tag('DESCRIPTION_LONG', parts.description)}<CONTACT><LAST_NAME>Beispielfrau</LAST_NAME></CONTACT>${tag('REQUIREMENTS', parts.requirements)}<SERVICE_DATE>${run}</SERVICE_DATE>${(parts.keywords ?? []).map((keyword) => tag('KEYWORD', keyword)).join('')}<TARGET_GROUP>${tag('TARGET_GROUP_TEXT', parts.target)}</TARGET_GROUP><SERVICE_MODULE><EDUCATION ${education}>${tag('COURSE_ID', parts.dateOf)}${tag('REGISTRATION_DATE', parts.registerBy)}<EXTENDED_INFO>${extended}</EXTENDED_INFO>${modules}</EDUCATION></SERVICE_MODULE><ANNOUNCEMENT>${announcement}</ANNOUNCEMENT></SERVICE_DETAILS>${parts.price ?? ''}${parts.more ?? ''}</SERVICE>`;
}

/** A further date of an offer that says nothing but its days and what is given. */
export function dateOf(offer: string, parts: ServiceParts = {}): string {
  return serviceOf({
    id: `${offer}-2`,
    title: '',
    remarks: '',
    location: '',
    extended: '',
    announcement: '',
    courseType: '',
    education: 'type="false"',
    dateOf: offer,
    start: '2027-09-06T00:00:00+02:00',
    end: '2027-12-17T00:00:00+01:00',
    ...parts,
  });
}

/** An element with a text; nothing where there is none. */
function tag(name: string, text: string | undefined): string {
  return text === undefined || text === '' ? '' : `<${name}>${text}</${name}>`;
}
