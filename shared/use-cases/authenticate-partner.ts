import type { Partner } from '../domain/partner/partner.ts';
import type { RegionId } from '../domain/place/region.ts';
import { failed, ok, type Result } from '../domain/result.ts';
import type { Clock } from '../ports/clock.ts';
import type { KeyTexts } from '../ports/key-texts.ts';
import type { PartnerKeys, StoredKey } from '../ports/partner-keys.ts';
import type { Seal } from '../ports/seal.ts';

/** What recognising a partner needs; `seal` is that of the keys, under a secret of the stage. */
export type AuthenticateDeps = {
  readonly keys: Pick<PartnerKeys, 'readKey'>;
  readonly texts: Pick<KeyTexts, 'read'>;
  readonly seal: Pick<Seal, 'isSigned'>;
  readonly clock: Clock;
};

/** Stands for the seal of a key that does not exist, so that its absence takes the same time as a wrong secret. */
const NO_SEAL = 'A'.repeat(22);
const BEARER = /^Bearer ([\w]{1,200})$/;

/**
 * The partner that an `Authorization` header speaks for. Why one is refused is nobody's business but the operator's. Throws
 * StoreUnavailable.
 */
export async function authenticatePartner(
  { keys, texts, seal, clock }: AuthenticateDeps,
  region: RegionId,
  authorization: string | undefined,
): Promise<Result<Partner, 'not-a-key' | 'key-unknown' | 'key-ended'>> {
  const parts = texts.read(BEARER.exec(authorization ?? '')?.[1] ?? '');
  if (parts === undefined) return failed('not-a-key');
  const key = await keys.readKey(region, parts.id);
  const isRight = seal.isSigned(parts.secret, key?.sealed ?? NO_SEAL);
  if (key === undefined || !isRight) return failed('key-unknown');
  return isLive(key, clock()) ? ok(key.partner) : failed('key-ended');
}

/** Whether a key may still be used. */
export function isLive({ notAfter, revokedAt }: StoredKey, now: number): boolean {
  return revokedAt === undefined && (notAfter === undefined || now < notAfter);
}
