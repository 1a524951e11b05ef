import { randomInt } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { Stage } from '../../config/names.ts';
import type { KeyTexts } from '../../ports/key-texts.ts';

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const ID_DIGITS = 10;
const SECRET_DIGITS = 43;
const CHECK_DIGITS = 6;
const FORM = /^(vrb_[a-z]+_([0-9A-Za-z]{10})_([0-9A-Za-z]{43}))_([0-9A-Za-z]{6})$/;

/**
 * Keys as `vrb_<stage>_<id>_<secret>_<checksum>`: a prefix and a CRC-32 by which scanners find a leaked key, and by which a
 * mistyped one, or one of another stage, is refused without a look at the store.
 */
export function createKeyTexts(stage: Stage): KeyTexts {
  return {
    make: () => {
      const [id, secret] = [randomDigits(ID_DIGITS), randomDigits(SECRET_DIGITS)];
      const body = `vrb_${stage}_${id}_${secret}`;
      return { id, secret, text: `${body}_${checksumOf(body)}` };
    },
    read: (text) => {
      const [, body = '', id = '', secret = '', checksum] = FORM.exec(text) ?? [];
      const isOurs = body.startsWith(`vrb_${stage}_`) && checksum === checksumOf(body);
      return isOurs ? { id, secret } : undefined;
    },
  };
}

function randomDigits(count: number): string {
  return Array.from({ length: count }, () => DIGITS.charAt(randomInt(DIGITS.length))).join('');
}

function checksumOf(text: string): string {
  let rest = crc32(text);
  let written = '';
  for (let place = 0; place < CHECK_DIGITS; place++) {
    written = DIGITS.charAt(rest % DIGITS.length) + written;
    rest = Math.floor(rest / DIGITS.length);
  }
  return written;
}
