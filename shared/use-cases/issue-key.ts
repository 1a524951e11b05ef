import type { Partner } from '../domain/partner/partner.ts';
import type { RegionId } from '../domain/place/region.ts';
import { failed, ok, type Result } from '../domain/result.ts';
import type { Clock } from '../ports/clock.ts';
import type { KeyTexts } from '../ports/key-texts.ts';
import type { PartnerKeys, StoredKey } from '../ports/partner-keys.ts';
import type { Seal } from '../ports/seal.ts';
import { isLive } from './authenticate-partner.ts';

/** What issuing and revoking keys needs. */
export type KeyDeps = {
  readonly keys: PartnerKeys;
  readonly texts: Pick<KeyTexts, 'make'>;
  readonly seal: Pick<Seal, 'sign'>;
  readonly clock: Clock;
};

/** A partner changes keys by having two for a while. */
const MOST_LIVE_KEYS = 2;

/** A new key as it is kept, and its text, which is nowhere else. */
export function makeKey(
  { texts, seal, clock }: Omit<KeyDeps, 'keys'>,
  partner: Partner,
  notAfter?: number,
): { readonly text: string; readonly stored: StoredKey } {
  const { id, secret, text } = texts.make();
  const stored: StoredKey = {
    id,
    partner,
    sealed: seal.sign(secret),
    createdAt: clock(),
    ...(notAfter !== undefined && { notAfter }),
  };
  return { text, stored };
}

/** Issues a key and gives its text, once. `two-live-keys`: revoke one of the two first. Throws StoreUnavailable. */
export async function issueKey(
  deps: KeyDeps,
  region: RegionId,
  partner: Partner,
  notAfter?: number,
): Promise<Result<{ readonly text: string; readonly id: string }, 'two-live-keys'>> {
  const now = deps.clock();
  const live = (await deps.keys.readKeys(region)).filter(
    (key) => key.partner.feed === partner.feed && isLive(key, now),
  );
  if (live.length >= MOST_LIVE_KEYS) return failed('two-live-keys');
  const { text, stored } = makeKey(deps, partner, notAfter);
  await deps.keys.writeKey(region, stored);
  return ok({ text, id: stored.id });
}

/** Takes a key back; it is refused within a minute. Throws StoreUnavailable. */
export async function revokeKey(
  { keys, clock }: Pick<KeyDeps, 'keys' | 'clock'>,
  region: RegionId,
  id: string,
): Promise<Result<void, 'key-unknown'>> {
  const key = await keys.readKey(region, id);
  if (key === undefined) return failed('key-unknown');
  if (key.revokedAt === undefined) await keys.writeKey(region, { ...key, revokedAt: clock() });
  return ok(undefined);
}
