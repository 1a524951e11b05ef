import type { Notice } from '../../shared/feeds/notice.ts';
import { noticeText } from '../../shared/feeds/notice-text.ts';
import type { NoticeSummary } from '../../shared/feeds/notice-log.ts';
import type { ImportReport } from '../../shared/use-cases/import-report.ts';

/** What the page says beside the report: name of the feed, day as `YYYY-MM-DD`, and whether it was a trial. */
export type ReportAbout = { readonly name: string; readonly day: string; readonly preview: boolean };

const STYLE = `
body { font: 1rem/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 60rem; padding: 1rem; color: #171a2b; }
table { border-collapse: collapse; width: 100%; } th, td { text-align: start; vertical-align: top; padding: .3rem .6rem .3rem 0; }
td.count { text-align: end; font-variant-numeric: tabular-nums; width: 6rem; } tr { border-bottom: 1px solid #b9bdcc; }
article { border-inline-start: .4rem solid #b9bdcc; margin: 1.2rem 0; padding-inline-start: 1rem; break-inside: avoid; }
article.error { border-color: #b00020; } article.warning { border-color: #a86400; }
h2 { margin-top: 2rem; } code { overflow-wrap: anywhere; }
`;

const SEVERITIES = {
  error: 'Fehler: der Datensatz oder die Datei wurde nicht übernommen',
  warning: 'Hinweis: eine Angabe fehlt oder wurde ausgelassen',
  info: 'Zur Kenntnis: nichts ging verloren',
} as const;

/** How it ended, in one German sentence. */
function outcome(report: ImportReport, preview: boolean): string {
  return preview
    ? `Dies ist eine Vorschau: es wurde nichts gespeichert. ${FORESEEN[report.state]}`
    : ended(report);
}

const FORESEEN: Readonly<Record<ImportReport['state'], string>> = {
  published: 'Die Datei würde übernommen.',
  unchanged: 'Die Datei enthält nichts Neues.',
  quarantined: 'Die Datei würde zurückgehalten und geprüft.',
  failed: 'Die Datei würde nicht übernommen.',
  skipped: 'Die Datei würde nicht gelesen.',
};

function ended({ state, reason }: ImportReport): string {
  switch (state) {
    case 'published':
      return 'Die Angebote wurden übernommen und sind jetzt sichtbar.';
    case 'unchanged':
      return 'Die Datei ist seit dem letzten Lauf unverändert; es war nichts zu tun.';
    case 'quarantined':
      return 'Die Datei wurde zurückgehalten und wird geprüft; die bisherigen Angebote bleiben sichtbar.';
    case 'failed':
      return 'Die Datei wurde nicht übernommen; die bisherigen Angebote bleiben sichtbar.';
    case 'skipped':
      return reason === 'discarded'
        ? 'Diese Datei wurde nach einer Prüfung verworfen; die bisherigen Angebote bleiben sichtbar.'
        : 'Ein anderer Lauf war im Gang; es wurde nichts getan.';
  }
}

function rows({ counts }: ImportReport): readonly (readonly [string, number])[] {
  return [
    ['Datensätze gelesen', counts.records],
    ['brauchbare Angebote', counts.offers],
    ['neu', counts.added],
    ['geändert', counts.changed],
    ['zurückgezogen', counts.removed],
    ['in dieser Datei nicht mehr enthalten, noch sichtbar', counts.missing],
    ['abgelaufen', counts.ended],
    ['abgelehnt', counts.rejected],
  ];
}

function place({ record, field, value }: Notice): string {
  return [
    record === undefined ? '' : `Datensatz ${record.id ?? `Nr. ${record.number}`}`,
    field === undefined ? '' : `Feld „${field}“`,
    value === undefined ? '' : `Wert „${value}“`,
  ]
    .filter((part) => part !== '')
    .join(', ');
}

function NoticeBlock({ summary }: { readonly summary: NoticeSummary }) {
  const { code, severity, count, examples } = summary;
  const { says, cure } = noticeText(code, 'de');
  const places = examples.map(place).filter((text) => text !== '');
  return (
    <article class={severity}>
      <h3>
        {says} ({count === 1 ? 'einmal' : `${count}-mal`})
      </h3>
      <p>
        <strong>Abhilfe:</strong> {cure}
      </p>
      {places.length > 0 && (
        <details open={severity === 'error'}>
          <summary>{places.length < count ? `Die ersten ${places.length} Stellen` : 'Stellen'}</summary>
          <ul>
            {places.map((text) => (
              <li>{text}</li>
            ))}
          </ul>
        </details>
      )}
      <p>
        {SEVERITIES[severity]}. Kennung: <code>{code}</code>
      </p>
    </article>
  );
}

const ORDER = ['error', 'warning', 'info'] as const;

/** The report of an import as a page in German for the provider of the feed: what happened, and how each fault is mended. */
export async function reportPage(report: ImportReport, { name, day, preview }: ReportAbout): Promise<string> {
  const notices = ORDER.flatMap((severity) =>
    report.notices.filter((summary) => summary.severity === severity),
  );
  const page = (
    <html lang="de">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>Importbericht: {name}</title>
        <style>{STYLE}</style>
      </head>
      <body>
        <main>
          <h1>Importbericht: {name}</h1>
          <p>
            {outcome(report, preview)} Stand: {day}
          </p>
          <h2>{preview ? 'Was sich ändern würde' : 'Was sich geändert hat'}</h2>
          <table>
            <tbody>
              {rows(report).map(([label, count]) => (
                <tr>
                  <th scope="row">{label}</th>
                  <td class="count">{count}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <h2>{notices.length === 0 ? 'Keine Hinweise' : 'Hinweise und Abhilfe'}</h2>
          {notices.map((summary) => (
            <NoticeBlock summary={summary} />
          ))}
        </main>
      </body>
    </html>
  );
  return `<!doctype html>\n${await page}\n`;
}
