/** `error`: the record or feed was not used; `warning`: a fact was left out or is not known; `info`: nothing was lost. */
export type Severity = 'error' | 'warning' | 'info';

/** Everything an import can have to say, and how bad it is. Codes are never reused; their sentences are in notice-texts.json. */
export const NOTICE_SEVERITIES = {
  'source-not-found': 'error',
  'source-unreadable': 'error',
  'source-too-large': 'error',
  'gzip-broken': 'error',
  'encoding-wrong': 'error',
  'json-broken': 'error',
  'json-too-deep': 'error',
  'feed-empty': 'error',
  'feed-shrank': 'error',
  'feed-grew': 'error',
  'too-many-rejected': 'error',
  'category-vanished': 'error',
  'record-invalid': 'error',
  'id-invalid': 'error',
  'id-repeated': 'error',
  'text-garbled': 'error',
  'record-is-test': 'error',
  'record-ended': 'info',
  'sessions-not-stated': 'warning',
  'session-invalid': 'warning',
  'session-placeholder': 'warning',
  'session-repeated': 'info',
  'session-at-two-places': 'warning',
  'session-lists-differ': 'warning',
  'range-differs': 'info',
  'place-not-stated': 'info',
  'postcode-invalid': 'warning',
  'coordinates-implausible': 'warning',
  'step-free-differs': 'info',
  'online-contradicted': 'warning',
  'blended-not-shown': 'info',
  'price-zero': 'warning',
  'price-implausible': 'warning',
  'count-negative': 'warning',
  'capacity-implausible': 'warning',
  'level-differs': 'warning',
  'level-not-stated': 'info',
  'audience-unknown': 'info',
  'category-unknown': 'warning',
  'link-invalid': 'info',
} as const satisfies Record<string, Severity>;

/** The stable code of a notice. */
export type NoticeCode = keyof typeof NOTICE_SEVERITIES;
