import { describe, expect, test } from 'vitest';
import { createJsonLog } from '../../../../shared/adapters/console/json-log.ts';
import type { LogFields } from '../../../../shared/ports/event-log.ts';

function lineOf(fields: LogFields): Record<string, unknown> {
  const lines: string[] = [];
  createJsonLog({ clock: () => 0, write: (line) => lines.push(line) })('request-completed', fields);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/^[^\n]+\n$/);
  return JSON.parse(lines[0]!) as Record<string, unknown>;
}

describe('a log line', () => {
  test('is one JSON object with instant, level, code, sentence and the fields given', () => {
    expect(lineOf({ route: '/v1/offers/:id', status: 200, durationMs: 3, requestId: 'a-1' })).toEqual({
      at: '1970-01-01T00:00:00.000Z',
      level: 'info',
      code: 'request-completed',
      says: 'A request was answered.',
      requestId: 'a-1',
      route: '/v1/offers/:id',
      status: 200,
      durationMs: 3,
    });
  });

  test('leaves out fields that are not on the list, whoever hands them over', () => {
    const careless = { status: 200, body: 'secret', url: '/?name=Anna' } as LogFields;
    expect(JSON.stringify(lineOf(careless))).not.toMatch(/secret|Anna/);
  });

  test.each(['two\nlines', '{"code":"forged"}', 'x'.repeat(121), 'Ayşe', ''])(
    'holds no text that is no code, id or route: %j',
    (reason) => {
      expect(lineOf({ reason })).toMatchObject({ reason: 'refused' });
    },
  );

  test('leaves out numbers JSON cannot hold', () => {
    expect(lineOf({ durationMs: Number.NaN })).not.toHaveProperty('durationMs');
  });
});
