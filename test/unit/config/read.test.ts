import { describe, expect, test } from 'vitest';
import { checkProduction, productionSentence } from '../../../shared/config/production-rules.ts';
import { readLocalSettings, readServiceSettings } from '../../../shared/config/read.ts';

describe('the settings of the local system', () => {
  test('have usual values where nothing or an empty text is set', () => {
    expect(readLocalSettings({ PORT: '' })).toEqual({
      ok: true,
      value: { stage: 'local', port: 8080, dataFolder: '.vereinbar', region: 'dortmund', table: 'vereinbar' },
    });
  });

  test('are read from the environment', () => {
    const environment = {
      PORT: '9000',
      VEREINBAR_DATA: '/srv/data',
      VEREINBAR_REGION: 'berlin',
      VEREINBAR_STAGE: 'staging',
      DYNAMODB_ENDPOINT: 'http://127.0.0.1:8000',
      VEREINBAR_TABLE: 'offers',
    };
    expect(readLocalSettings(environment)).toEqual({
      ok: true,
      value: {
        stage: 'staging',
        port: 9000,
        dataFolder: '/srv/data',
        region: 'berlin',
        dynamodbEndpoint: 'http://127.0.0.1:8000',
        table: 'offers',
      },
    });
  });

  test.each([
    ['PORT', '70000'],
    ['PORT', '80a'],
    ['PORT', '-1'],
    ['VEREINBAR_REGION', '../etc'],
    ['VEREINBAR_STAGE', 'live'],
    ['DYNAMODB_ENDPOINT', 'localhost:8000'],
    ['VEREINBAR_TABLE', 'no table'],
  ])('are refused for %s=%s, naming the setting and what it must be, not its value', (name, value) => {
    const read = readLocalSettings({ [name]: value });
    expect(read).toMatchObject({ ok: false, failure: { code: 'wrong-setting', name } });
    expect(JSON.stringify(read)).not.toContain(value);
  });
});

describe('the settings of a deployed function', () => {
  test('need a key for cursors', () => {
    expect(readServiceSettings({ VEREINBAR_CURSOR_KEY: 'short' })).toMatchObject({
      ok: false,
      failure: { name: 'VEREINBAR_CURSOR_KEY' },
    });
    const key = 'k'.repeat(32);
    expect(readServiceSettings({ VEREINBAR_CURSOR_KEY: key })).toMatchObject({
      ok: true,
      value: { cursorKey: key },
    });
  });
});

describe('production', () => {
  const good = { region: 'dortmund', pinned: false, feeds: [{ id: 'vhs', sample: false }] };
  const withSample = { ...good, feeds: [...good.feeds, { id: 'probe', sample: true }] };

  test('takes a region that runs on the clock and has no sample', () => {
    expect(checkProduction('production', good)).toEqual({ ok: true, value: undefined });
  });

  test('refuses a sample feed, in one sentence that names it', () => {
    const checked = checkProduction('production', withSample);
    expect(checked).toEqual({ ok: false, failure: { code: 'sample-in-production', feed: 'probe' } });
    expect(productionSentence({ code: 'sample-in-production', feed: 'probe' })).toMatch(
      /^Production refuses the feed probe [^.]*\.json[^.]*\.$/,
    );
  });

  test('refuses a pinned date, in one sentence that names the region', () => {
    const checked = checkProduction('production', { ...good, pinned: true });
    expect(checked).toEqual({ ok: false, failure: { code: 'pinned-in-production', region: 'dortmund' } });
    expect(productionSentence({ code: 'pinned-in-production', region: 'dortmund' })).toContain(
      'region dortmund',
    );
  });

  test.each(['local', 'staging'] as const)('is the only stage that refuses them: %s takes both', (stage) => {
    expect(checkProduction(stage, { ...withSample, pinned: true }).ok).toBe(true);
  });
});
