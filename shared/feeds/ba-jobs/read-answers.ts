import * as z from 'zod';
import { failed, ok, type Result } from '../../domain/result.ts';
import type { RawRecord, ReadFailure } from '../feed-format.ts';
import { readJsonRecords } from '../read-json-records.ts';

const answerSchema = z.object({
  ergebnisliste: z.array(z.unknown()).nullish(),
  maxErgebnisse: z.coerce.number().int().min(0).nullish().catch(undefined),
});
const jobMarks = z.record(z.string(), z.unknown());
/** Self-employed work and traineeships are no posts. */
const OTHER_KINDS = new Set(['SELBSTAENDIGKEIT', 'PRAKTIKUM_TRAINEE']);
/** From so many jobs on it is no chance that none states its working time. */
const ALARM_FROM_JOBS = 20;
const TIME_FLAGS = /^(?:arbeitszeit|istGeringfuegigeBeschaeftigung)/;

/**
 * The jobs of an answer of the search, or of a list of its pages. A missing list is empty only where the answer counts
 * nothing; fields that no job has any more end the reading, as an older version read against a newer one gave no job and no
 * error at all (formats.md E1, E2).
 */
export async function* readAnswers(bytes: Uint8Array): AsyncGenerator<Result<RawRecord, ReadFailure>> {
  let [number, listed, total, withReference, withTimes] = [0, 0, 0, 0, 0];
  let answers = 0;
  for await (const read of readJsonRecords(bytes, '$.*')) {
    if (!read.ok) {
      yield failed({ ...read.failure, record: number + 1 });
      return;
    }
    const answer = answerSchema.safeParse(read.value.value).data;
    const isWithoutList = answer?.ergebnisliste === undefined || answer.ergebnisliste === null;
    if (answer === undefined || (isWithoutList && answer.maxErgebnisse !== 0)) {
      yield failed({ code: 'records-missing', byte: 0, record: number + 1, field: 'ergebnisliste' });
      return;
    }
    answers += 1;
    total = Math.max(total, answer.maxErgebnisse ?? 0);
    for (const value of answer.ergebnisliste ?? []) {
      listed += 1;
      const marks = jobMarks.safeParse(value).data ?? {};
      if (typeof marks['referenznummer'] === 'string') withReference += 1;
      if (Object.keys(marks).some((key) => TIME_FLAGS.test(key))) withTimes += 1;
      if (OTHER_KINDS.has(String(marks['stellenangebotsart']))) continue;
      yield ok({ number: (number += 1), value });
    }
  }
  const renamed = (field: string) => failed({ code: 'field-renamed' as const, byte: 0, record: 1, field });
  if (listed > 0 && withReference === 0) yield renamed('referenznummer');
  else if (listed >= ALARM_FROM_JOBS && withTimes === 0) yield renamed('arbeitszeit…');
  else if (answers === 0 || listed < total)
    yield failed({ code: 'records-missing', byte: 0, record: listed, field: 'maxErgebnisse' });
}
