import { lookup, type LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { failed, ok, type Result } from '../../domain/result.ts';
import type { Refusal } from './check-url.ts';
import { addressInHost } from './public-address.ts';

/** All addresses of a name, none when it has none. */
export type ResolveName = (name: string) => Promise<readonly LookupAddress[]>;

/** Asks the system's resolver. */
export const resolveBySystem: ResolveName = (name) =>
  new Promise((resolve) => {
    lookup(name, { all: true }, (error, addresses) => {
      resolve(error === null ? addresses : []);
    });
  });

/**
 * The second look: the host's addresses, asked for once and then pinned, so that a second answer of the resolver leads
 * nowhere else. One inner address among them refuses the host.
 */
export async function pinHost(
  host: string,
  deps: { readonly resolveName: ResolveName; readonly isPublic: (address: string) => boolean },
): Promise<Result<LookupFunction, Refusal>> {
  if (addressInHost(host) !== undefined) return ok(refuseLookup);
  const addresses = await deps.resolveName(host);
  const [first] = addresses;
  if (first === undefined) return failed('host-unknown');
  if (!addresses.every(({ address }) => deps.isPublic(address))) return failed('not-public');
  return ok((_name, options, answer) => {
    if (options.all === true) answer(null, [...addresses]);
    else answer(null, first.address, first.family);
  });
}

/** An address is connected to as it is; whoever looks it up all the same gets nothing. */
const refuseLookup: LookupFunction = (_name, _options, answer) => {
  answer(new Error('an address needs no lookup'), []);
};
