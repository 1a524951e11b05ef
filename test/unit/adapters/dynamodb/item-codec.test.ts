import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { itemDecoder, textAttribute, type Item } from '../../../../shared/adapters/dynamodb/item-codec.ts';

const decode = itemDecoder({
  version: 3,
  schema: z.object({ name: textAttribute }),
  upcasters: {
    1: (item) => ({ ...item, title: item['label']! }),
    2: (item) => ({ ...item, name: { S: `${item['title']!.S!}!` } }),
  },
});

describe('an item decoder', () => {
  it('reads the current version', () => {
    expect(decode({ v: { N: '3' }, name: { S: 'now' } })).toEqual({ ok: true, value: { name: 'now' } });
  });

  it('lifts older versions one by one', () => {
    expect(decode({ v: { N: '2' }, title: { S: 'then' } })).toMatchObject({ value: { name: 'then!' } });
    expect(decode({ v: { N: '1' }, label: { S: 'once' } })).toMatchObject({ value: { name: 'once!' } });
  });

  it('does not guess at a newer version', () => {
    expect(decode({ v: { N: '4' }, name: { S: 'later' } })).toEqual({ ok: false, failure: 'newer-version' });
  });

  it.each<Item>([
    {},
    { v: { S: '3' }, name: { S: 'x' } },
    { v: { N: '0' }, name: { S: 'x' } },
    { v: { N: '-1' }, name: { S: 'x' } },
    { v: { N: '1.5' }, name: { S: 'x' } },
    { v: { N: '3' } },
    { v: { N: '3' }, name: { N: '7' } },
    { v: { N: '3' }, name: { S: '' } },
  ])('calls %j malformed', (item) => {
    expect(decode(item)).toEqual({ ok: false, failure: 'malformed' });
  });
});
