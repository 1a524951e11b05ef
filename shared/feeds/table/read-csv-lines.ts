import { CsvError, parse } from 'csv-parse';
import { failed, ok, type Result } from '../../domain/result.ts';
import type { ReadFailure } from '../feed-format.ts';

type Line = readonly string[];

/** The longest line of a table, in characters; what is longer is a file whose quotes do not close. */
const MAX_LINE_CHARACTERS = 1_000_000;
/** More than any city has of anything, beside its header. */
const MAX_LINES = 200_001;
const CHUNK_BYTES = 65_536;

/**
 * The lines of a CSV text in UTF-8, some at a time so that memory holds few of them; empty lines are left out. Ends after a
 * failure, which counts lines from 1.
 */
export async function* readCsvLines(
  text: Uint8Array,
  delimiter: string,
): AsyncGenerator<Result<readonly Line[], ReadFailure>> {
  const read: Line[] = [];
  const parser = parse({
    delimiter,
    max_record_size: MAX_LINE_CHARACTERS,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    on_record: (line: Line) => {
      read.push(line);
      return null; // taken here, so that no stream has to hand it on
    },
  });
  parser.on('error', () => undefined); // told to whoever waits for the step that fails
  let [start, lines] = [0, 0];
  do {
    const chunk = text.subarray(start, (start += CHUNK_BYTES));
    const isLast = start >= text.length;
    const error = await new Promise<Error | null | undefined>((resolve) => {
      if (!isLast) parser.write(chunk, resolve);
      else {
        parser.write(chunk);
        parser.end(resolve);
      }
    });
    lines += read.length;
    if (lines > MAX_LINES) yield failed({ code: 'source-too-large', byte: 0, record: MAX_LINES });
    else if (error) yield failed(failureOf(error));
    else yield ok(read.splice(0));
    if (lines > MAX_LINES || error) return;
  } while (start < text.length);
}

function failureOf(error: Error): ReadFailure {
  if (!(error instanceof CsvError)) throw error;
  const { bytes, lines } = error;
  return {
    code: 'csv-broken',
    byte: typeof bytes === 'number' ? bytes : 0,
    record: typeof lines === 'number' ? lines : 1,
  };
}
