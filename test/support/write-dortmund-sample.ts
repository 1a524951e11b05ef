// Writes the made-up offers of the region Dortmund anew: `node --import tsx test/support/write-dortmund-sample.ts`.
import { writeFileSync } from 'node:fs';
import { offerOfLine } from './dortmund-sample/offer-line.ts';
import { APPRENTICESHIPS } from './dortmund-sample/sample-apprenticeships.ts';
import { sampleCareCsv } from './dortmund-sample/sample-care.ts';
import { JOBS } from './dortmund-sample/sample-jobs.ts';
import { ADVICE, TRAININGS } from './dortmund-sample/sample-trainings.ts';
import { sampleOccupancyXml, sampleVhsJson } from './dortmund-sample/sample-vhs.ts';

/** The files of the sample by name, as they follow from the lists in dortmund-sample/. */
export function dortmundSample(): Readonly<Record<string, string>> {
  const offers = [
    ...APPRENTICESHIPS.map((line) => offerOfLine('apprenticeship', line)),
    ...JOBS.map((line) => offerOfLine('job', line)),
    ...TRAININGS.map((line) => offerOfLine('course', line)),
    ...ADVICE.map((line) => offerOfLine('advice', line)),
  ];
  return {
    'beispiel-betreuung.csv': sampleCareCsv(),
    'beispiel-kurse.json': sampleVhsJson(),
    'beispiel-kurse-belegung.xml': sampleOccupancyXml(),
    'beispiel-angebote.json': `${JSON.stringify(offers, null, 1)}\n`,
  };
}

if (process.argv[1] === import.meta.filename) {
  const folder = new URL('../../shared/region/dortmund/feeds/', import.meta.url);
  for (const [file, text] of Object.entries(dortmundSample())) writeFileSync(new URL(file, folder), text);
}
