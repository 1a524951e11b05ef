import type { Partner } from '../domain/partner/partner.ts';
import type { RegionId } from '../domain/place/region.ts';

/**
 * A key as it is kept: its id and the seal of its secret, from which the secret cannot be told. Instants in milliseconds
 * since 1970; `notAfter`: it ends by itself, `revokedAt`: it was taken back.
 */
export type StoredKey = {
  readonly id: string;
  readonly partner: Partner;
  readonly sealed: string;
  readonly createdAt: number;
  readonly notAfter?: number;
  readonly revokedAt?: number;
};

/** The keys of partners. Methods throw StoreUnavailable. */
export type PartnerKeys = {
  /** The key of this id, `undefined` when there is none or another release wrote it in a form that is not known here. */
  readonly readKey: (region: RegionId, id: string) => Promise<StoredKey | undefined>;
  /** All keys of a region, revoked ones included, ascending by id. */
  readonly readKeys: (region: RegionId) => Promise<readonly StoredKey[]>;
  /** Writes a key over the one of the same id. */
  readonly writeKey: (region: RegionId, key: StoredKey) => Promise<void>;
};
