/** An address of a course in Neukölln; whatever a test needs otherwise goes into `own`. */
export function vhsAddress(own: Record<string, unknown> = {}) {
  return {
    lehrstaette: 'Otto-Suhr-Volkshochschule',
    plz: '12045',
    ort: 'Berlin',
    strasse: 'Donaustraße 88',
    raum: 'Raum 1',
    laengengrad: '13.439',
    breitengrad: '52.482',
    behindertenzugang: 'true',
    ...own,
  };
}

/** A session on the first Monday of April 2025, 9 to 12; whatever a test needs otherwise goes into `own`. */
export function vhsSession(own: Record<string, unknown> = {}) {
  return {
    wochentag: 'Montag',
    beginn_datum: '2025-04-07',
    beginn_uhrzeit: '09:00',
    ende_uhrzeit: '12:00',
    ...own,
  };
}

/** A course of the feed in which nothing is wrong: German B1.1 with two sessions. */
export function vhsRecord(own: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    guid: '700001',
    nummer: 'NK101.001',
    name: 'Deutsch B1.1',
    untertitel: 'Vormittagskurs',
    bezirk: 'Neukölln',
    dvv_kategorie: { '@version': '2.0', '#text': '4.04' },
    veranstaltungsart: 'Kurs',
    minimale_teilnehmerzahl: '8',
    aktuelle_teilnehmerzahl: '5',
    maximale_teilnehmerzahl: '20',
    anzahl_termine: '8',
    beginn_datum: '2025-04-07',
    ende_datum: '2025-04-09',
    zielgruppe: 'Menschen mit Migrationshintergrund',
    schlagwort: ['B1', 'Deutsch Fremdsprache', 'SPRACHEN'],
    text: [{ eigenschaft: 'Beschreibung', text: 'Deutsch im Alltag.' }],
    anmeldung: { telefon: '902392433', mail: 'vhs@example.org', link: 'www.example.org' },
    ansprechperson: { name: 'Muster', vorname: 'Erika', telefon: '0170 1', mail: 'erika@example.org' },
    ortetermine: {
      adresse: [vhsAddress(), vhsAddress()],
      termin: [vhsSession(), vhsSession({ beginn_datum: '2025-04-09', wochentag: 'Mittwoch' })],
    },
    preis: { betrag: '235.00', rabatt_moeglich: 'false', zusatz: null },
    dozent: { name: 'Beispiel', vorname: 'Max' },
    webadresse: { typ: 'website', name: 'zur Kursbuchung', uri: 'http://vhs.example.org/course?id=700001' },
    ...own,
  };
}

/** The whole file with these records, as one would send it. */
export function vhsFile(records: readonly unknown[] | object): { readonly veranstaltungen: object } {
  return { veranstaltungen: { veranstaltung: records } };
}
