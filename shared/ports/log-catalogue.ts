/** Every line the service can log: its level and the sentence that tells an operator what it means. Codes are never reused. */
export const LOG_CATALOGUE = {
  'request-completed': { level: 'info', says: 'A request was answered.' },
  'request-failed': {
    level: 'error',
    says: 'A request ended in an error of ours and was answered with 500.',
  },
  'catalogues-refreshed': {
    level: 'info',
    says: 'The offers in memory were brought up to the current catalogues.',
  },
  'catalogues-refresh-failed': {
    level: 'error',
    says: 'The current catalogues could not be read; the last good ones are served.',
  },
  'catalogue-damaged': {
    level: 'error',
    says: 'The current catalogue of a feed is damaged or missing; an older one is served, or none of this feed.',
  },
  'index-refused': {
    level: 'error',
    says: 'The match index beside a catalogue is damaged or was made of something else; it is made anew from the offers.',
  },
  'index-missing': {
    level: 'info',
    says: 'No match index lies beside a catalogue; it is made from the offers.',
  },
  'import-started': { level: 'info', says: 'The import of a feed began.' },
  'import-unchanged': {
    level: 'info',
    says: 'A feed is the same as at its last good run; nothing was written.',
  },
  'import-published': { level: 'info', says: 'A feed was imported and its new catalogue is current.' },
  'import-quarantined': {
    level: 'error',
    says: 'A guard kept a feed from replacing its catalogue; the old one stays.',
  },
  'import-failed': { level: 'error', says: 'A feed could not be imported; the old catalogue stays.' },
  'store-item-skipped': {
    level: 'error',
    says: 'A stored item could not be read, mostly because a newer release wrote it; it is left out.',
  },
  'local-store-ended': {
    level: 'error',
    says: 'The store of this machine ended by itself and is being started again.',
  },
  'feed-staged': {
    level: 'info',
    says: 'A feed was fetched, its original kept, and its import asked for.',
  },
  'feed-fetch-failed': {
    level: 'error',
    says: 'A feed could not be fetched; it is tried again, and the old catalogue stays.',
  },
  'feed-address-refused': {
    level: 'error',
    says: 'The address of a feed, or one it leads to, is none that may be fetched; nothing was sent there.',
  },
  'seats-updated': { level: 'info', says: 'Seats were set from the occupancy file beside a feed.' },
  'seats-failed': {
    level: 'error',
    says: 'The occupancy file beside a feed could not be used; the seats of its offers stay as they were.',
  },
  'queue-message-failed': {
    level: 'error',
    says: 'A message of a queue could not be worked off; the queue gives it again, at last to its dead letters.',
  },
  'store-swept': { level: 'info', says: 'What nobody names any more was taken out of the store.' },
  'sweep-left-alone': {
    level: 'info',
    says: 'Nothing of a feed was taken away, as somebody is at work on it or a catalogue of it is damaged.',
  },
  'operator-obeyed': { level: 'info', says: 'What an operator ordered was done.' },
  'operator-refused': {
    level: 'info',
    says: 'What an operator ordered could not be done; the reason says why, and nothing has changed.',
  },
  'sweep-failed': {
    level: 'error',
    says: 'What is left over in the store could not be taken away; the next night tries again.',
  },
  'partner-key-refused': {
    level: 'info',
    says: 'A request to the partner API carried no key of ours, an unknown one, or one that has ended.',
  },
  'partner-feed-changed': {
    level: 'info',
    says: 'A partner wrote or withdrew an offer of its own; its catalogue is current.',
  },
  'partner-quota-exceeded': {
    level: 'info',
    says: 'A partner sent more requests than its quota allows; it was told when to go on.',
  },
  'partner-file-refused': {
    level: 'info',
    says: 'A file of offers that a partner sent cannot be read; its report says why, and the old catalogue stays.',
  },
  'import-skipped': {
    level: 'info',
    says: 'Another run holds the lease of this feed, or an operator has discarded what it holds.',
  },
} as const satisfies Record<string, { readonly level: 'debug' | 'info' | 'error'; readonly says: string }>;

/** The stable code of a log line. */
export type LogCode = keyof typeof LOG_CATALOGUE;
