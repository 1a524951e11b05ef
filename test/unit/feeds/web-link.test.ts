import { describe, expect, it } from 'vitest';
import { webLink } from '../../../shared/feeds/web-link.ts';

describe('webLink', () => {
  it.each([
    ['http://example.org/kurs?id=1', 'http://example.org/kurs?id=1'],
    [' https://example.org ', 'https://example.org/'],
    ['www.vhs-fk.de', 'https://www.vhs-fk.de/'],
    ['example.org/kurse', 'https://example.org/kurse'],
  ])('reads %s', (text, link) => {
    expect(webLink(text)).toBe(link);
  });

  it.each([
    '',
    'javascript:alert(1)',
    'ftp://example.org',
    'https://user:word@example.org',
    'siehe Webseite',
    'intern',
    `https://example.org/${'x'.repeat(1000)}`,
  ])('refuses "%s"', (text) => {
    expect(webLink(text)).toBeUndefined();
  });
});
