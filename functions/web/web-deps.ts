import type { RegionProfile } from '../../shared/domain/place/region-profile.ts';
import type { MessageLoader } from '../../shared/messages/load-messages.ts';
import type { AnsweringDeps } from '../rest/answering-deps.ts';

/** A stylesheet as it is served: its name carries the hash of its content, so that it may be kept for a year. */
export type Stylesheet = { readonly name: string; readonly css: string };

/** Where offers come from, as their licences ask to be said. */
export type SourceCredit = { readonly name: string; readonly credit: string; readonly licence: string };

/** All the pages take from outside. */
export type WebDeps = AnsweringDeps & {
  readonly contact: RegionProfile['contact'];
  readonly sources: readonly SourceCredit[];
  readonly styles: { readonly ltr: Stylesheet; readonly rtl: Stylesheet };
  readonly messages: MessageLoader;
};
