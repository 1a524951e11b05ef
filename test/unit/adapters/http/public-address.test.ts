import { describe, expect, it } from 'vitest';
import { isPublicAddress } from '../../../../shared/adapters/http/public-address.ts';

// One address of each block that no source of feeds can have, RFC 6890 and the registries behind it.
const INNER = [
  '0.0.0.0',
  '10.0.0.1',
  '100.64.0.1',
  '127.0.0.1',
  '127.255.255.254',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.255',
  '192.0.0.8',
  '192.0.2.1',
  '192.168.1.1',
  '198.18.0.1',
  '198.51.100.1',
  '203.0.113.1',
  '224.0.0.1',
  '240.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::127.0.0.1',
  '::ffff:127.0.0.1',
  '::ffff:7f00:1',
  '::ffff:10.0.0.1',
  '64:ff9b::7f00:1',
  '64:ff9b:1::7f00:1',
  '100::1',
  '2001::1',
  '2001:db8::1',
  '2002:7f00:1::',
  'fc00::1',
  'fd00:ec2::254',
  'fe80::1',
  'fe80::1%eth0',
  'fec0::1',
  'ff02::1',
];

describe('a public address', () => {
  it.each(INNER)('is not %s', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each(['', 'localhost', 'feed.test', '127.0.0.1.', '1.2.3.4.5', '[::1]'])(
    'is not the text %j',
    (text) => {
      expect(isPublicAddress(text)).toBe(false);
    },
  );

  it.each(['1.1.1.1', '172.32.0.1', '193.99.144.80', '2a00:1450::1', '2a02:2e0:3fe::1', '::ffff:1.1.1.1'])(
    'is %s',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );
});
