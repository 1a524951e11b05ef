import { failed, ok, type Result } from '../../domain/result.ts';
import { addressInHost } from './public-address.ts';

/** Why an address is not asked. */
export type Refusal =
  'no-address' | 'not-https' | 'other-port' | 'credentials' | 'other-host' | 'host-unknown' | 'not-public';

/** What addresses may be asked: under which host, on which port, and which IP addresses. */
export type AddressRules = {
  /** Host of the feed as its settings name it; `undefined` for that one itself. */
  readonly home: string | undefined;
  readonly port: number;
  readonly isPublic: (address: string) => boolean;
};

/** The first of three looks, at the text: https alone, the one port, no credentials, the feed's own host, no inner address. */
export function checkUrl(text: string, base: string | undefined, rules: AddressRules): Result<URL, Refusal> {
  const url = URL.parse(text, base);
  if (url === null) return failed('no-address');
  if (url.protocol !== 'https:') return failed('not-https');
  if (Number(url.port === '' ? 443 : url.port) !== rules.port) return failed('other-port');
  if (url.username !== '' || url.password !== '') return failed('credentials');
  if (rules.home !== undefined && !isSameHouse(url.hostname, rules.home)) return failed('other-host');
  const literal = addressInHost(url.hostname);
  return literal === undefined || rules.isPublic(literal) ? ok(url) : failed('not-public');
}

/** The same host, or one of the two is a name below the other: `dortmund.de` and `daten.dortmund.de`. */
function isSameHouse(one: string, other: string): boolean {
  const [a, b] = [`.${one}`, `.${other}`];
  const isName = addressInHost(one) === undefined && addressInHost(other) === undefined;
  return a === b || (isName && (a.endsWith(b) || b.endsWith(a)));
}
