import { describe, expect, it } from 'vitest';
import { cutText, plainLine, plainText } from '../../../shared/feeds/plain-text.ts';

describe('plainText', () => {
  it.each([
    ['entities', 'a &amp; b &#128214; &uuml;', 'a & b 📖 ü'],
    ['line breaks of every kind', 'a\r\nb<br>c<br/>d\re', 'a\nb\nc\nd\ne'],
    ['paragraphs', '<p>a</p><p>b</p>', 'a\n\nb'],
    ['lists', '<ul><li>a<li>b</ul>c', '- a\n- b\nc'],
    ['links without their address', 'siehe <a href="https://example.org/x">hier</a>', 'siehe hier'],
    ['unclosed and stray tags', '<b>a</i> b', 'a b'],
    ['a sign that is no tag', '3 < 5 & 7 > 2', '3 < 5 & 7 > 2'],
    ['blanks', '  a \t b\u00a0c \n\n\n\n d ', 'a b c\n\nd'],
    ['soft hyphens and control characters', 'Kinder\u00adgarten\u0000 a\u0007b', 'Kinder garten a b'],
    ['half a surrogate', 'a\ud800b', 'a\ufffdb'],
    ['nothing', '', ''],
  ])('turns %s into plain text', (_, html, text) => {
    expect(plainText(html)).toBe(text);
  });

  it.each([
    ['script', '<script>alert(1)</script>a'],
    ['style', '<style>p{}</style>a'],
    ['hidden paragraphs', '<p style="visibility:hidden">PB1Aktuelles <b>x</b></p>a'],
    ['elements that are not displayed', '<div style="display: none">x<div>y</div></div>a'],
  ])('leaves out %s', (_, html) => {
    expect(plainText(html)).toBe('a');
  });

  it('leaves out mail addresses, which may be those of a person', () => {
    expect(plainText('Fragen an erika.muster+kurs@vhs-köln.example.org bis Mai')).toBe('Fragen an … bis Mai');
  });

  it('gives no tag back for what was escaped twice', () => {
    expect(plainText('&lt;script&gt;x')).toBe('<script>x');
  });
});

describe('plainLine', () => {
  it('puts a title on one line', () => {
    expect(plainLine(' Bodypercussion -  der\r\nKörperklang ')).toBe('Bodypercussion - der Körperklang');
  });
});

describe('cutText', () => {
  it('keeps a text of the greatest length', () => {
    expect(cutText('abc def', 7)).toBe('abc def');
  });

  it('cuts a longer one at a word', () => {
    expect(cutText('abc def ghi', 10)).toBe('abc def…');
  });
});
