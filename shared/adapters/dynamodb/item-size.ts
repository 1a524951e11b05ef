import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { Item } from './item-codec.ts';

/** Well below the service's 400 KB (409,600 bytes), whose own way of counting adds some bytes here and there. */
export const LARGEST_ITEM_BYTES = 380 * 1024;

/** Throws RangeError for an item the table would refuse; the message names no content. */
export function assertStorable(item: Item): Item {
  if (itemBytes(item) > LARGEST_ITEM_BYTES) throw new RangeError('an item is larger than 380 KB');
  return item;
}

function itemBytes(item: Item): number {
  return Object.entries(item).reduce(
    (sum, [name, value]) => sum + Buffer.byteLength(name) + valueBytes(value),
    0,
  );
}

function valueBytes(value: AttributeValue): number {
  if (value.S !== undefined) return Buffer.byteLength(value.S);
  if (value.B !== undefined) return value.B.byteLength;
  if (value.N !== undefined) return value.N.length;
  if (value.L !== undefined) return value.L.reduce((sum, member) => sum + 1 + valueBytes(member), 3);
  return JSON.stringify(value).length;
}
