import type { Clock } from '../../ports/clock.ts';
import type { EventLog, LogFields } from '../../ports/event-log.ts';
import { LOG_CATALOGUE } from '../../ports/log-catalogue.ts';

const TEXT_FIELDS = ['region', 'feed', 'run', 'requestId', 'route', 'method', 'reason', 'error'] as const;
const NUMBER_FIELDS = [
  'status',
  'durationMs',
  'count',
  'rejected',
  'bytes',
  'sequence',
  'attempt',
] as const satisfies readonly (keyof LogFields)[];

/** What a code, an id or a route template looks like: no line breaks, no quotes, nothing long. */
const PLAIN = /^[A-Za-z0-9 ._:/{}*-]{1,120}$/;

function allowed(fields: LogFields): Record<string, string | number> {
  const line: Record<string, string | number> = {};
  for (const name of TEXT_FIELDS) {
    const value = fields[name];
    if (value !== undefined) line[name] = PLAIN.test(value) ? value : 'refused';
  }
  for (const name of NUMBER_FIELDS) {
    const value = fields[name];
    if (value !== undefined && Number.isFinite(value)) line[name] = value;
  }
  return line;
}

/**
 * Writes one JSON object a line: instant, level, code, the code's sentence and the allowed fields. A field that is not
 * on the list is left out whatever the caller hands over, a text that is no code, id or route becomes `refused`.
 */
export function createJsonLog(deps: {
  readonly clock: Clock;
  readonly write: (line: string) => void;
}): EventLog {
  return (code, fields = {}) => {
    const { level, says } = LOG_CATALOGUE[code];
    const at = new Date(deps.clock()).toISOString();
    deps.write(`${JSON.stringify({ at, level, code, says, ...allowed(fields) })}\n`);
  };
}
