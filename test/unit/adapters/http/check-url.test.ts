import { describe, expect, it } from 'vitest';
import { checkUrl } from '../../../../shared/adapters/http/check-url.ts';
import { isPublicAddress } from '../../../../shared/adapters/http/public-address.ts';

const check = (text: string, home?: string) =>
  checkUrl(text, 'https://daten.stadt.de/feeds/a.csv', { home, port: 443, isPublic: isPublicAddress });
const refusalOf = (text: string, home?: string) => {
  const checked = check(text, home);
  return checked.ok ? 'asked' : checked.failure;
};

describe('the address of a feed as text', () => {
  it.each(['https://daten.stadt.de/a.csv', 'https://daten.stadt.de:443/a.csv', 'https://1.1.1.1/', 'b.csv'])(
    'is asked when it is %s',
    (text) => {
      expect(refusalOf(text)).toBe('asked');
    },
  );

  it.each([
    ['http://daten.stadt.de/', 'not-https'],
    ['ftp://daten.stadt.de/', 'not-https'],
    ['file:///etc/passwd', 'not-https'],
    ['data:text/plain,1', 'not-https'],
    ['https://daten.stadt.de:8443/', 'other-port'],
    ['https://daten.stadt.de:9001/', 'other-port'],
    ['https://user@daten.stadt.de/', 'credentials'],
    ['https://user:secret@daten.stadt.de/', 'credentials'],
    ['https://', 'no-address'],
  ])('is refused when it is %s', (text, reason) => {
    expect(refusalOf(text)).toBe(reason);
  });

  // Every way to write an inner address that the parser of addresses understands.
  it.each([
    '127.0.0.1',
    '127.1',
    '2130706433',
    '0x7f000001',
    '0x7f.1',
    '0177.0.0.1',
    '017700000001',
    '0',
    '127.0.0.1.',
    '１２７.0.0.1',
    '①②⑦.⓪.⓪.①',
    '127。0。0。1',
    '10.0.0.1',
    '172.16.0.1',
    '192.168.0.1',
    '169.254.169.254',
    '2852039166',
    '100.64.0.1',
    '198.18.0.1',
    '224.0.0.1',
    '[::]',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '[0:0:0:0:0:ffff:7f00:1]',
    '[::127.0.0.1]',
    '[64:ff9b::7f00:1]',
    '[2002:7f00:1::]',
    '[fd00:ec2::254]',
    '[fe80::1]',
    '[ff02::1]',
  ])('is refused when its host is %s', (host) => {
    expect(refusalOf(`https://${host}/`)).toBe('not-public');
  });

  it.each([
    ['https://www.daten.stadt.de/', 'asked'],
    ['https://stadt.de/', 'asked'],
    ['https://daten.stadt.de/other', 'asked'],
    ['https://anders.stadt.de/', 'other-host'],
    ['https://daten.stadt.de.evil.example/', 'other-host'],
    ['https://bösedaten.stadt.de/', 'other-host'],
    ['https://1.1.1.1/', 'other-host'],
  ])('leads on to %s: %s', (text, expected) => {
    expect(refusalOf(text, 'daten.stadt.de')).toBe(expected);
  });
});
