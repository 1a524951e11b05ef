import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { synthesizedStages } from './synthesized.ts';

const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');
const section = readme.split('### Not proven without AWS')[1]?.split(/^##/m)[0] ?? '';
const points = section.split('\n').filter((line) => line.startsWith('- '));
const NAMES: Readonly<Record<string, string>> = { ApiGateway: 'API Gateway' };

it('README says of every service that the stack uses what is not proven without an account', async () => {
  const types = (await synthesizedStages()).flatMap(({ resources }) =>
    Object.values(resources).map(({ Type: type }) => type.split('::')[1]!),
  );
  const services = [...new Set(types)].map((service) => NAMES[service] ?? service);
  expect(services.length).toBeGreaterThan(8);
  expect(services.filter((service) => !points.some((point) => point.includes(service)))).toEqual([]);
});
