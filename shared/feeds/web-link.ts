const MAX_CHARACTERS = 1000;

/**
 * A web address as a feed wrote it, as an absolute http or https address; one without a scheme (`www.vhs-fk.de`) gets
 * https. `undefined` for anything else: other schemes, blanks, names without a dot, user names, more than 1,000 characters.
 */
export function webLink(text: string): string | undefined {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length > MAX_CHARACTERS || /\s/.test(trimmed)) return undefined;
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`;
  const url = URL.parse(address);
  if (url === null || !['http:', 'https:'].includes(url.protocol)) return undefined;
  if (!url.hostname.includes('.') || url.username !== '' || url.password !== '') return undefined;
  return url.href;
}
