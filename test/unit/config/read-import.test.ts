import { describe, expect, it } from 'vitest';
import {
  readFetchSettings,
  readImportSettings,
  readOperateSettings,
} from '../../../shared/config/read-import.ts';

const GOOD = {
  VEREINBAR_STAGE: 'staging',
  VEREINBAR_REGION: 'berlin',
  VEREINBAR_TABLE: 'offers-1',
  VEREINBAR_ORIGINALS_BUCKET: 'originals-1',
  VEREINBAR_IMPORT_QUEUE: 'https://sqs.example/1/imports',
  VEREINBAR_FETCH_QUEUE: 'https://sqs.example/1/fetches',
};

describe('settings of the function that fetches', () => {
  it('are stage, region, originals and queue', () => {
    expect(readFetchSettings(GOOD)).toEqual({
      ok: true,
      value: {
        stage: 'staging',
        region: 'berlin',
        originalsBucket: 'originals-1',
        importQueue: 'https://sqs.example/1/imports',
      },
    });
  });

  it.each([
    ['VEREINBAR_ORIGINALS_BUCKET', undefined, 'the name of a bucket'],
    ['VEREINBAR_ORIGINALS_BUCKET', 'No Bucket', 'the name of a bucket'],
    ['VEREINBAR_IMPORT_QUEUE', undefined, 'the address of a queue'],
    ['VEREINBAR_IMPORT_QUEUE', 'imports', 'the address of a queue'],
    ['VEREINBAR_STAGE', 'test', 'one of local, staging, production'],
  ])('need %s to be right, not %s', (name, value, wanted) => {
    expect(readFetchSettings({ ...GOOD, [name]: value })).toEqual({
      ok: false,
      failure: { code: 'wrong-setting', name, wanted },
    });
  });
});

describe('settings of the function that imports', () => {
  it('are stage, region, table, originals and the queue of fetches, which an operator does not need', () => {
    const value = { stage: 'staging', region: 'berlin', table: 'offers-1', originalsBucket: 'originals-1' };
    const fetchQueue = 'https://sqs.example/1/fetches';
    expect(readImportSettings(GOOD)).toEqual({ ok: true, value: { ...value, fetchQueue } });
    expect(readOperateSettings(GOOD)).toEqual({ ok: true, value });
  });

  it.each(['VEREINBAR_ORIGINALS_BUCKET', 'VEREINBAR_TABLE', 'VEREINBAR_FETCH_QUEUE'])(
    'need %s to be right',
    (name) => {
      const read = readImportSettings({ ...GOOD, [name]: '!' });
      expect(!read.ok && read.failure.name).toBe(name);
    },
  );
});
