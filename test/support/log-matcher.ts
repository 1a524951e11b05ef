import { expect } from 'vitest';
import { createJsonLog } from '../../shared/adapters/console/json-log.ts';
import type { EventLog, LogFields } from '../../shared/ports/event-log.ts';
import type { LogCode } from '../../shared/ports/log-catalogue.ts';

/** The real log writer over a list of lines, for looking at what was logged. */
export type RecordedLog = { readonly log: EventLog; readonly lines: string[] };

/** Records what would be written to the log, one JSON text a line. */
export function recordLog(): RecordedLog {
  const lines: string[] = [];
  const log = createJsonLog({ clock: () => 0, write: (line) => lines.push(line) });
  return { log, lines };
}

expect.extend({
  toHaveLogged(received: unknown, code: LogCode, fields: LogFields = {}) {
    const { lines } = received as RecordedLog;
    const entries = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    const pass = entries.some(
      (entry) =>
        entry['code'] === code &&
        Object.entries(fields).every(([name, value]) => this.equals(entry[name], value)),
    );
    return {
      pass,
      message: () =>
        `expected ${pass ? 'no' : 'a'} line ${code} with ${JSON.stringify(fields)} in\n${lines.join('')}`,
    };
  },
});

declare module 'vitest' {
  /* eslint-disable @typescript-eslint/consistent-type-definitions, @typescript-eslint/no-unused-vars -- only an interface with the same parameters can be added to */
  interface Matchers<R extends void | Promise<void> = void | Promise<void>, T = unknown> {
    /** A line with this code was written whose fields include these. */
    toHaveLogged: (code: LogCode, fields?: LogFields) => R;
  }
  /* eslint-enable */
}
