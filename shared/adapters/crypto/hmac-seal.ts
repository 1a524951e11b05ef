import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Seal } from '../../ports/seal.ts';

/** Seals with HMAC-SHA-256 under `key`, cut to 128 bit; digests with SHA-256. */
export function createHmacSeal(key: string): Seal {
  const signatureOf = (text: string) =>
    createHmac('sha256', key).update(text, 'utf8').digest().subarray(0, 16);
  return {
    digest: (text) => createHash('sha256').update(text, 'utf8').digest('hex').slice(0, 32),
    sign: (text) => signatureOf(text).toString('base64url'),
    isSigned: (text, signature) => {
      const given = Buffer.from(signature, 'base64url');
      const right = signatureOf(text);
      return given.length === right.length && timingSafeEqual(given, right);
    },
  };
}
