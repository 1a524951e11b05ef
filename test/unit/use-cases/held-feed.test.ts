import { describe, expect, it } from 'vitest';
import { holdFeed } from '../../../shared/use-cases/held-feed.ts';

describe('a held feed', () => {
  it('gives its bytes once, and its size and where it comes from whenever', () => {
    const bytes = Uint8Array.of(1, 2, 3);
    const held = holdFeed({ bytes, sha256: 'abc', basedOn: 'abc/hsds-1' });
    expect(held.take()).toBe(bytes);
    expect(held).toMatchObject({ size: 3, sha256: 'abc', basedOn: 'abc/hsds-1' });
    expect(held).not.toHaveProperty('bytes');
    expect(() => held.take()).toThrow(TypeError);
  });
});
