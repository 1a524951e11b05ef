import type { NoticeText } from '../feeds/notice-text.ts';

type Words = { readonly de: NoticeText; readonly en: NoticeText };

const REFUSALS = {
  'file-not-there': {
    de: {
      says: 'Unter dieser Prüfsumme liegt keine Datei.',
      cure: 'Laden Sie die Datei an die Adresse, die POST /v1/partners/me/uploads nennt, und senden Sie den Auftrag dann noch einmal mit neuem Schlüssel.',
    },
    en: {
      says: 'No file lies under this checksum.',
      cure: 'Put the file to the address that POST /v1/partners/me/uploads names, then send the order again with a new key.',
    },
  },
  'format-unknown': {
    de: {
      says: 'Das Format lässt sich am Inhalt nicht erkennen.',
      cure: 'Nennen Sie es mit format; leere und verschlüsselte Dateien haben keins.',
    },
    en: {
      says: 'The format cannot be told by the content.',
      cure: 'Name it with format; files that are empty or encrypted have none.',
    },
  },
  'format-ambiguous': {
    de: { says: 'Der Inhalt passt zu mehreren Formaten.', cure: 'Nennen Sie mit format das richtige.' },
    en: { says: 'The content fits several formats.', cure: 'Name the right one with format.' },
  },
  'map-needed': {
    de: {
      says: 'Die Datei ist eine Tabelle, und nirgends steht, was ihre Spalten bedeuten.',
      cure: 'Nennen Sie mit map eine Spaltenzuordnung der Region, oder bitten Sie den Betreiber um eine.',
    },
    en: {
      says: 'The file is a table, and nothing says what its columns mean.',
      cure: 'Name a column map of the region with map, or ask the operator for one.',
    },
  },
  'map-unknown': {
    de: { says: 'Die Region hat keine Spaltenzuordnung dieses Namens.', cure: 'Berichtigen Sie map.' },
    en: { says: 'The region has no column map of this name.', cure: 'Correct map.' },
  },
  'feed-of-region': {
    de: {
      says: 'Diese Quelle liest die Region selbst ein.',
      cure: 'Geben Sie Angaben daneben als Tabelle an, oder sprechen Sie mit dem Betreiber.',
    },
    en: {
      says: 'The region imports this feed itself.',
      cure: 'State facts beside it as a table, or talk to the operator.',
    },
  },
} as const satisfies Readonly<Record<string, Words>>;

/** Why a file that a partner sent was not even tried. */
export type FileRefusal = keyof typeof REFUSALS;

/** What a refusal means and how it is mended. */
export function refusalText(code: FileRefusal): Words {
  return REFUSALS[code];
}
