import type { PartnerImportDeps } from '../../shared/use-cases/partner-import.ts';
import type { PartnerOfferDeps } from '../../shared/use-cases/partner-offer-deps.ts';

/** All that writing by partners takes from outside. `newRequestId`: for a request that comes without one of ours. */
export type PartnerDeps = PartnerOfferDeps & PartnerImportDeps & { readonly newRequestId: () => string };
