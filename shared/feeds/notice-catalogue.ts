/** `error`: the record or feed was not used; `warning`: a fact was left out or is not known; `info`: nothing was lost. */
export type Severity = 'error' | 'warning' | 'info';

/**
 * Everything an import can have to say, by stable code: how bad it is, what it means and how it is mended, in English and
 * German. Codes are never reused.
 */
export const NOTICE_CATALOGUE = {
  'source-not-found': {
    severity: 'error',
    en: {
      says: 'There is nothing at the place of the feed.',
      cure: 'Check the file name or address in the settings of the feed.',
    },
    de: {
      says: 'An der angegebenen Stelle liegt keine Datei.',
      cure: 'Dateiname oder Adresse in den Einstellungen der Quelle prüfen.',
    },
  },
  'source-unreadable': {
    severity: 'error',
    en: {
      says: 'The feed could not be fetched.',
      cure: 'Try again later; if it stays, ask the sender whether the address still holds.',
    },
    de: {
      says: 'Die Quelle war nicht abrufbar.',
      cure: 'Später noch einmal versuchen; bleibt es dabei, beim Absender nach der Adresse fragen.',
    },
  },
  'source-too-large': {
    severity: 'error',
    en: {
      says: 'The feed is larger than allowed.',
      cure: 'Send only current offers, or ask for a higher limit.',
    },
    de: {
      says: 'Die Datei ist größer als erlaubt.',
      cure: 'Nur aktuelle Angebote senden oder um eine höhere Grenze bitten.',
    },
  },
  'gzip-broken': {
    severity: 'error',
    en: {
      says: 'The compressed file ends early or is damaged.',
      cure: 'Write and send the file again; compare its size after sending.',
    },
    de: {
      says: 'Die gepackte Datei bricht ab oder ist beschädigt.',
      cure: 'Datei neu packen und senden; nach dem Senden die Größe vergleichen.',
    },
  },
  'encoding-wrong': {
    severity: 'error',
    en: { says: 'The file is not valid UTF-8.', cure: 'Save the file as UTF-8 and send it again.' },
    de: {
      says: 'Die Datei ist kein gültiges UTF-8.',
      cure: 'Datei als UTF-8 speichern und noch einmal senden.',
    },
  },
  'json-broken': {
    severity: 'error',
    en: {
      says: 'The file is not valid JSON at this place.',
      cure: 'Check the export from this byte on; often the file was cut off.',
    },
    de: {
      says: 'Die Datei ist an dieser Stelle kein gültiges JSON.',
      cure: 'Den Export ab diesem Byte prüfen; oft wurde die Datei abgeschnitten.',
    },
  },
  'json-too-deep': {
    severity: 'error',
    en: { says: 'The file nests more than 64 levels.', cure: 'Send the records without further nesting.' },
    de: {
      says: 'Die Datei ist mehr als 64 Ebenen tief verschachtelt.',
      cure: 'Datensätze ohne weitere Verschachtelung senden.',
    },
  },
  'feed-empty': {
    severity: 'error',
    en: {
      says: 'The feed holds no usable offer.',
      cure: 'Check the export of the source; the old offers stay until then.',
    },
    de: {
      says: 'Die Quelle enthält kein verwendbares Angebot.',
      cure: 'Den Export der Quelle prüfen; bis dahin bleiben die alten Angebote.',
    },
  },
  'feed-shrank': {
    severity: 'error',
    en: {
      says: 'The feed holds far fewer offers than at its last good run.',
      cure: 'Check whether the export is complete; if it is, release the run.',
    },
    de: {
      says: 'Die Quelle enthält viel weniger Angebote als beim letzten guten Lauf.',
      cure: 'Prüfen, ob der Export vollständig ist; wenn ja, den Lauf freigeben.',
    },
  },
  'feed-grew': {
    severity: 'error',
    en: {
      says: 'The feed holds far more offers than at its last good run.',
      cure: 'Check whether the export is right; if it is, release the run.',
    },
    de: {
      says: 'Die Quelle enthält viel mehr Angebote als beim letzten guten Lauf.',
      cure: 'Prüfen, ob der Export stimmt; wenn ja, den Lauf freigeben.',
    },
  },
  'too-many-rejected': {
    severity: 'error',
    en: {
      says: 'Too many records of the feed could not be used.',
      cure: 'Mend the records named in this report and send the feed again.',
    },
    de: {
      says: 'Zu viele Datensätze der Quelle waren nicht verwendbar.',
      cure: 'Die in diesem Bericht genannten Datensätze berichtigen und neu senden.',
    },
  },
  'category-vanished': {
    severity: 'error',
    en: {
      says: 'A kind or goal that had offers has none any more.',
      cure: 'Check whether a part is missing from the export; if not, release the run.',
    },
    de: {
      says: 'Eine Art oder ein Ziel, zu dem es Angebote gab, hat keines mehr.',
      cure: 'Prüfen, ob im Export ein Teil fehlt; wenn nicht, den Lauf freigeben.',
    },
  },
  'record-invalid': {
    severity: 'error',
    en: {
      says: 'The record lacks a needed field or has one of another form.',
      cure: 'Fill or mend the named field.',
    },
    de: {
      says: 'Dem Datensatz fehlt ein nötiges Feld, oder es hat eine andere Form.',
      cure: 'Das genannte Feld ausfüllen oder berichtigen.',
    },
  },
  'id-invalid': {
    severity: 'error',
    en: {
      says: 'The id of the record cannot be used.',
      cure: 'Give each offer an id of letters, digits, dot, hyphen, tilde or underscore, 150 at most.',
    },
    de: {
      says: 'Die Kennung des Datensatzes ist nicht verwendbar.',
      cure: 'Jedem Angebot eine Kennung aus Buchstaben, Ziffern, Punkt, Binde- oder Unterstrich geben, höchstens 150 Zeichen.',
    },
  },
  'id-repeated': {
    severity: 'error',
    en: {
      says: 'An earlier record of the feed has the same id; the first one counts.',
      cure: 'Give each offer its own id, or send it once.',
    },
    de: {
      says: 'Ein früherer Datensatz hat dieselbe Kennung; der erste zählt.',
      cure: 'Jedem Angebot eine eigene Kennung geben oder es nur einmal senden.',
    },
  },
  'text-garbled': {
    severity: 'error',
    en: {
      says: 'Letters of the text were damaged by a wrong encoding.',
      cure: 'Export the text as UTF-8 once, not twice.',
    },
    de: {
      says: 'Buchstaben im Text wurden durch eine falsche Kodierung beschädigt.',
      cure: 'Den Text einmal, nicht zweimal, nach UTF-8 umwandeln.',
    },
  },
  'record-is-test': {
    severity: 'error',
    en: { says: 'The record looks like a test record.', cure: 'Delete test records from the export.' },
    de: {
      says: 'Der Datensatz sieht nach einem Testdatensatz aus.',
      cure: 'Testdatensätze aus dem Export löschen.',
    },
  },
  'record-ended': {
    severity: 'info',
    en: { says: 'The offer has already ended.', cure: 'Nothing to do.' },
    de: { says: 'Das Angebot ist schon zu Ende.', cure: 'Nichts zu tun.' },
  },
  'sessions-not-stated': {
    severity: 'warning',
    en: { says: 'The offer states no session.', cure: 'State date, start and end of each session.' },
    de: {
      says: 'Zum Angebot ist kein Termin angegeben.',
      cure: 'Datum, Beginn und Ende jedes Termins angeben.',
    },
  },
  'session-invalid': {
    severity: 'warning',
    en: {
      says: 'A session has no valid date, start or end and was left out.',
      cure: 'Mend date and times; the end must differ from the start.',
    },
    de: {
      says: 'Ein Termin hat kein gültiges Datum, keinen gültigen Beginn oder kein gültiges Ende und wurde ausgelassen.',
      cure: 'Datum und Zeiten berichtigen; das Ende muss sich vom Beginn unterscheiden.',
    },
  },
  'session-placeholder': {
    severity: 'warning',
    en: {
      says: 'Sessions carry placeholder times, which are not taken for real ones.',
      cure: 'State the real times of these sessions.',
    },
    de: {
      says: 'Termine tragen Platzhalterzeiten; sie gelten nicht als echte Zeiten.',
      cure: 'Die echten Zeiten dieser Termine angeben.',
    },
  },
  'session-repeated': {
    severity: 'info',
    en: {
      says: 'The same date and time is listed more than once and counts once.',
      cure: 'Nothing to do if two rooms are booked.',
    },
    de: {
      says: 'Derselbe Termin steht mehrfach da und zählt einmal.',
      cure: 'Nichts zu tun, wenn zwei Räume gebucht sind.',
    },
  },
  'session-at-two-places': {
    severity: 'warning',
    en: {
      says: 'A session is listed at two places at the same time; its place is not known.',
      cure: 'State one place for each session.',
    },
    de: {
      says: 'Ein Termin steht zur selben Zeit an zwei Orten; sein Ort ist nicht bekannt.',
      cure: 'Zu jedem Termin einen Ort angeben.',
    },
  },
  'session-lists-differ': {
    severity: 'warning',
    en: {
      says: 'There are not as many places as sessions; which belongs to which is not known.',
      cure: 'List one place for each session, in the same order.',
    },
    de: {
      says: 'Es gibt nicht so viele Orte wie Termine; die Zuordnung ist nicht bekannt.',
      cure: 'Zu jedem Termin einen Ort in derselben Reihenfolge aufführen.',
    },
  },
  'range-differs': {
    severity: 'info',
    en: {
      says: 'First or last day differ from the sessions; the sessions count.',
      cure: 'Bring first and last day in line with the sessions.',
    },
    de: {
      says: 'Beginn oder Ende weichen von den Terminen ab; die Termine zählen.',
      cure: 'Beginn und Ende an die Termine anpassen.',
    },
  },
  'place-not-stated': {
    severity: 'info',
    en: {
      says: 'An on-site session has neither street nor postcode.',
      cure: 'State the address, or the meeting point.',
    },
    de: {
      says: 'Ein Termin vor Ort hat weder Straße noch Postleitzahl.',
      cure: 'Adresse oder Treffpunkt angeben.',
    },
  },
  'postcode-invalid': {
    severity: 'warning',
    en: {
      says: 'The postcode is not five digits and was left out.',
      cure: 'State all five digits, a leading zero too.',
    },
    de: {
      says: 'Die Postleitzahl hat nicht fünf Ziffern und wurde ausgelassen.',
      cure: 'Alle fünf Ziffern angeben, auch eine führende Null.',
    },
  },
  'coordinates-implausible': {
    severity: 'warning',
    en: {
      says: 'The coordinates lie outside the region, are swapped or zero, and were left out.',
      cure: 'State latitude and longitude in WGS 84, each in its own field.',
    },
    de: {
      says: 'Die Koordinaten liegen außerhalb der Region, sind vertauscht oder null und wurden ausgelassen.',
      cure: 'Breite und Länge in WGS 84 angeben, jede in ihrem Feld.',
    },
  },
  'step-free-differs': {
    severity: 'info',
    en: {
      says: 'Only some rooms are marked as step-free, so it is not known for the offer.',
      cure: 'Mark each room of the offer alike, or say which ones are step-free.',
    },
    de: {
      says: 'Nur manche Räume sind als stufenlos gekennzeichnet; für das Angebot ist es nicht bekannt.',
      cure: 'Die Räume des Angebots einheitlich kennzeichnen.',
    },
  },
  'online-contradicted': {
    severity: 'warning',
    en: {
      says: 'The offer is marked as online but its sessions have a room; the room counts.',
      cure: 'Mark the offer as online, hybrid or on site, and its sessions alike.',
    },
    de: {
      says: 'Das Angebot ist als online gekennzeichnet, seine Termine haben aber einen Raum; der Raum zählt.',
      cure: 'Angebot und Termine einheitlich als online, hybrid oder vor Ort kennzeichnen.',
    },
  },
  'blended-not-shown': {
    severity: 'info',
    en: {
      says: 'The offer is partly online, but no session says so; all count as on site.',
      cure: 'Mark the online sessions.',
    },
    de: {
      says: 'Das Angebot ist teilweise online, aber kein Termin sagt es; alle gelten als vor Ort.',
      cure: 'Die Online-Termine kennzeichnen.',
    },
  },
  'price-zero': {
    severity: 'warning',
    en: {
      says: 'The price is zero, but nothing says that the offer is free; the price is not known.',
      cure: 'Say in the text that it is free, or state the price.',
    },
    de: {
      says: 'Der Preis ist null, aber nichts sagt, dass das Angebot kostenlos ist; der Preis ist nicht bekannt.',
      cure: 'Im Text "kostenlos" vermerken oder den Preis angeben.',
    },
  },
  'price-implausible': {
    severity: 'warning',
    en: {
      says: 'The price cannot be read or is a placeholder; it is not known.',
      cure: 'State the price in euros, such as 84.70.',
    },
    de: {
      says: 'Der Preis ist nicht lesbar oder ein Platzhalter; er ist nicht bekannt.',
      cure: 'Den Preis in Euro angeben, zum Beispiel 84.70.',
    },
  },
  'count-negative': {
    severity: 'warning',
    en: {
      says: 'The number of participants is negative; it is not known.',
      cure: 'State the number, or -1 where it is not known.',
    },
    de: {
      says: 'Die Zahl der Teilnehmenden ist negativ; sie ist nicht bekannt.',
      cure: 'Die Zahl angeben oder -1, wo sie nicht bekannt ist.',
    },
  },
  'capacity-implausible': {
    severity: 'warning',
    en: {
      says: 'The offer is said to have room for nobody or one; its places are not known.',
      cure: 'State the real number of places.',
    },
    de: {
      says: 'Das Angebot soll für niemanden oder eine Person Platz haben; die Plätze sind nicht bekannt.',
      cure: 'Die wirkliche Zahl der Plätze angeben.',
    },
  },
  'level-differs': {
    severity: 'warning',
    en: {
      says: 'Title and keywords name different language levels; the title counts.',
      cure: 'Bring title and keywords in line.',
    },
    de: {
      says: 'Titel und Schlagwörter nennen verschiedene Sprachniveaus; der Titel zählt.',
      cure: 'Titel und Schlagwörter angleichen.',
    },
  },
  'level-not-stated': {
    severity: 'info',
    en: {
      says: 'A German course names no language level.',
      cure: 'Name the level in the title, such as B1.2.',
    },
    de: {
      says: 'Ein Deutschkurs nennt kein Sprachniveau.',
      cure: 'Das Niveau im Titel nennen, zum Beispiel B1.2.',
    },
  },
  'audience-unknown': {
    severity: 'info',
    en: {
      says: 'The target group is not one we know; the offer counts as open to all.',
      cure: 'Use one of the known target groups.',
    },
    de: {
      says: 'Die Zielgruppe ist nicht bekannt; das Angebot gilt als offen für alle.',
      cure: 'Eine der bekannten Zielgruppen verwenden.',
    },
  },
  'category-unknown': {
    severity: 'warning',
    en: {
      says: 'The category is not one we know; the offer is shown but not matched.',
      cure: 'Use a category of the DVV scheme.',
    },
    de: {
      says: 'Die Kategorie ist nicht bekannt; das Angebot wird gezeigt, aber nicht zugeordnet.',
      cure: 'Eine Kategorie des DVV-Schemas verwenden.',
    },
  },
  'link-invalid': {
    severity: 'info',
    en: {
      says: 'A web address cannot be used and was left out.',
      cure: 'State the whole address with https://.',
    },
    de: {
      says: 'Eine Webadresse ist nicht verwendbar und wurde ausgelassen.',
      cure: 'Die ganze Adresse mit https:// angeben.',
    },
  },
} as const satisfies Record<string, NoticeEntry>;

type NoticeText = { readonly says: string; readonly cure: string };
type NoticeEntry = { readonly severity: Severity; readonly en: NoticeText; readonly de: NoticeText };

/** The stable code of a notice. */
export type NoticeCode = keyof typeof NOTICE_CATALOGUE;
