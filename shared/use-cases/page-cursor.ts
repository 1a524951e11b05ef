import { failed, ok, type Result } from '../domain/result.ts';
import type { Seal } from '../ports/seal.ts';

/** Where the next page begins and what it is a page of. Fingerprints are 32 hexadecimal digits. */
export type PageCursor = {
  readonly position: number;
  /** Fingerprint of the offers and of the day the pages are made from. */
  readonly made: string;
  /** Fingerprint of the request without its cursor. */
  readonly request: string;
};

/** Why a cursor is of no use: altered or not ours; of another request; of offers that have changed since. */
export type CursorFailure = 'cursor-invalid' | 'cursor-of-another-request' | 'catalogue-changed';

const FORM = /^1\.(\d{1,7})\.([0-9a-f]{32})\.([0-9a-f]{32})$/;

/** The cursor as opaque text: version, position and fingerprints in base64url, a dot, the signature. */
export function writeCursor(seal: Seal, { position, made, request }: PageCursor): string {
  const text = `1.${position}.${made}.${request}`;
  return `${Buffer.from(text).toString('base64url')}.${seal.sign(text)}`;
}

/** The position a cursor names; 0 without one. `expected` is what the request and the offers are now. */
export function readCursor(
  seal: Seal,
  cursor: string | undefined,
  expected: Omit<PageCursor, 'position'>,
): Result<number, CursorFailure> {
  if (cursor === undefined) return ok(0);
  const [encoded = '', signature = ''] = cursor.split('.');
  const text = Buffer.from(encoded, 'base64url').toString('utf8');
  const [, position, made, request] = FORM.exec(text) ?? [];
  if (position === undefined || !seal.isSigned(text, signature)) return failed('cursor-invalid');
  if (cursor !== `${encoded}.${signature}`) return failed('cursor-invalid');
  if (request !== expected.request) return failed('cursor-of-another-request');
  return made === expected.made ? ok(Number(position)) : failed('catalogue-changed');
}
