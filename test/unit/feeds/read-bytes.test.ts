import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readBytes } from '../../../shared/feeds/read-bytes.ts';

describe('readBytes', () => {
  it('stops a small packed file that unpacks beyond the limit', async () => {
    const bomb = gzipSync(new Uint8Array(5_000_000));
    expect(bomb.length).toBeLessThan(10_000);
    let read = 0;
    let failure: string | undefined;
    for await (const part of readBytes(bomb, 1_000_000)) {
      if (part.ok) read += part.value.length;
      else failure = part.failure.code;
    }
    expect(failure).toBe('source-too-large');
    expect(read).toBeLessThanOrEqual(1_000_000);
  });
});
