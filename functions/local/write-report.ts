import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FeedSettings } from '../../shared/feeds/feed-settings.ts';
import type { ImportReport } from '../../shared/use-cases/import-report.ts';
import { reportPage, type ReportAbout } from './report-page.tsx';

/** Writes the report of an import into a folder as `<feed>.json` and, for the provider, `<feed>.html`; gives both paths. */
export async function writeReport(
  folder: string,
  { id, name }: Pick<FeedSettings, 'id' | 'name'>,
  report: ImportReport,
  about: Omit<ReportAbout, 'name'>,
): Promise<readonly string[]> {
  const [json, html] = [join(folder, `${id}.json`), join(folder, `${id}.html`)];
  await mkdir(folder, { recursive: true });
  await writeFile(json, `${JSON.stringify({ ...about, ...report }, undefined, 2)}\n`);
  await writeFile(html, await reportPage(report, { ...about, name }));
  return [json, html];
}
