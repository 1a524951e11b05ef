import type { UploadLinks } from '../../shared/ports/upload-links.ts';
import type { QuotaDeps } from '../../shared/use-cases/count-partner-request.ts';
import type { PartnerImportDeps } from '../../shared/use-cases/partner-import.ts';
import type { PartnerOfferDeps } from '../../shared/use-cases/partner-offer-deps.ts';
import type { SendFileDeps } from '../../shared/use-cases/send-partner-file.ts';

/**
 * All that writing by partners takes from outside. `newRequestId`: for a request that comes without one of ours; `mapNames`:
 * column maps of the region.
 */
export type PartnerDeps = PartnerOfferDeps &
  PartnerImportDeps &
  SendFileDeps &
  QuotaDeps & {
    readonly uploadLinks: UploadLinks;
    readonly mapNames: readonly string[];
    readonly newRequestId: () => string;
  };
