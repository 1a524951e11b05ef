import { expect, test } from 'vitest';
import { createHmacSeal } from '../../../../shared/adapters/crypto/hmac-seal.ts';

const seal = createHmacSeal('one key');

test('a signature is good for its text and key alone', () => {
  const signature = seal.sign('text');
  expect(seal.isSigned('text', signature)).toBe(true);
  expect(seal.isSigned('Text', signature)).toBe(false);
  expect(createHmacSeal('another key').isSigned('text', signature)).toBe(false);
});

test.each(['', 'A', 'A'.repeat(22), 'A'.repeat(1000), '%%%'])('%j is no signature', (signature) => {
  expect(seal.isSigned('text', signature)).toBe(false);
});

test('a digest is 32 digits, the same for the same text under every key', () => {
  expect(seal.digest('abc')).toBe('ba7816bf8f01cfea414140de5dae2223'); // FIPS 180-2, B.1
  expect(createHmacSeal('another key').digest('abc')).toBe(seal.digest('abc'));
});
