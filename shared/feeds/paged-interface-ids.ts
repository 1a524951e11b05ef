/** Names of interfaces whose pages are followed and joined, as written in `feeds.json`. */
export const PAGED_INTERFACE_IDS = ['opendatasoft', 'hsds', 'ba-jobs'] as const;
export type PagedInterfaceId = (typeof PAGED_INTERFACE_IDS)[number];
