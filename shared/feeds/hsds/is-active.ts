/** Words for a service that is not given any more, or not now; it is no fault that such stand in a list. */
const NOT_ACTIVE = new Set(['inactive', 'defunct', 'temporarily closed']);

/** Whether a service may be shown by its `status`; one that states none may. */
export function isActive(status: unknown): boolean {
  return typeof status !== 'string' || !NOT_ACTIVE.has(status.trim().toLowerCase());
}
