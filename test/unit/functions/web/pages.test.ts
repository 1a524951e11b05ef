import { describe, expect, test } from 'vitest';
import { someOffer } from '../../../support/some-offer.ts';
import { fakeMatch } from '../../../support/fake-match.ts';
import { FAULTY_FORM } from '../../../support/every-page.ts';
import { formBody, webOver } from '../../../support/web-under-test.ts';

const FORM = '/de/beratung';
const CHILD = {
  'children.0.row': '1',
  'children.0.years': '4',
  'children.0.care.0.row': '1',
  'children.0.care.0.kind': 'kita',
  'children.0.care.0.days': ['mo', 'tu', 'we', 'th', 'fr'],
  'children.0.care.0.from': '7:30',
  'children.0.care.0.to': '14:30',
};

const web = await webOver([someOffer('vhs:1'), someOffer('vhs:2', { title: 'Deutsch C1' })]);
const textOf = async (response: Response | Promise<Response>) => (await response).text();
const valueOf = (html: string, name: string) =>
  new RegExp(`name="${name.replaceAll('.', '\\.')}"[^>]*?value="([^"]*)"`).exec(html)?.[1];
const titleOf = (html: string) => /<title>(.*?)<\/title>/.exec(html)?.[1];

describe('the form', () => {
  test('opens with nothing ticked but the change that helps, and says which day it is here', async () => {
    const html = await textOf(web.get(FORM));
    expect(html.match(/checked=/g)).toHaveLength(1);
    expect(html).toContain('Montag, 24. März 2025');
    expect(html).not.toContain('<script');
  });

  test('grows by a child with a row for its care and keeps what was typed', async () => {
    const html = await textOf(web.post(FORM, { do: 'add.children', 'home.postcode': '12045' }));
    expect(valueOf(html, 'home.postcode')).toBe('12045');
    expect(html).toContain('id="children-0"');
    expect(html).toContain('id="children-0-care-0"');
    expect(html).toMatch(/id="children-0-years"[^>]*autofocus/);
  });

  test('loses the child that is removed; those after it move up', async () => {
    const second = { 'children.1.row': '1', 'children.1.years': '9' };
    const html = await textOf(web.post(FORM, { ...CHILD, ...second, do: 'remove.children.0' }));
    expect(valueOf(html, 'children.0.years')).toBe('9');
    expect(html).not.toContain('children.1.');
  });

  test('fills in the booked hours of the region', async () => {
    const html = await textOf(web.post(FORM, { ...CHILD, do: 'preset.0.0.kita-45' }));
    expect(valueOf(html, 'children.0.care.0.from')).toBe('07:30');
    expect(valueOf(html, 'children.0.care.0.to')).toBe('16:30');
    expect(html.match(/name="children\.0\.care\.0\.days"[^>]*checked/g)).toHaveLength(5);
  });

  test('has no more children than the contract allows', async () => {
    const rows = Object.fromEntries(Array.from({ length: 8 }, (_, child) => [`children.${child}.row`, '1']));
    const html = await textOf(web.post(FORM, { ...rows, do: 'add.children' }));
    expect(html).not.toContain('id="children-8"');
    expect(html).not.toContain('value="add.children"');
  });

  test('sends the main button on Enter', async () => {
    const html = await textOf(web.post(FORM, { ...CHILD, do: 'add.children' }));
    expect(/<form.*?<button[^>]*value="([^"]*)"/s.exec(html)?.[1]).toBe('match');
  });
});

describe('a form with faults', () => {
  test('comes back as 422 with a title that says so and a summary that takes the focus', async () => {
    const response = await web.post(FORM, FAULTY_FORM);
    expect(response.status).toBe(422);
    const html = await response.text();
    expect(titleOf(html)).toMatch(/^Fehler: /);
    expect(html).toMatch(/<main[^>]*>.*?<div[^>]*id="fehler" role="alert" tabindex="-1" autofocus/s);
  });

  test('leads from each line of the summary to a field that says the same words', async () => {
    const html = await textOf(web.post(FORM, FAULTY_FORM));
    const links = [...html.matchAll(/<a class="kern-link" href="#([^"]+)">([^<]+)<\/a><\/li>/g)];
    expect(links.length).toBeGreaterThan(8);
    for (const [, id, words] of links) {
      expect(html, id).toMatch(new RegExp(`id="${id!}"[^>]*aria-invalid="true"`));
      expect(html.split(words!).length - 1, words).toBe(2);
    }
  });

  test('says what was typed nowhere but in the fields it was typed into', async () => {
    const canary = 'Qx7zzy';
    const typed = { 'home.postcode': canary, budget: canary, from: canary, 'children.0.years': canary };
    const html = await textOf(web.post(FORM, { ...typed, 'children.0.row': '1', [canary]: canary }));
    const outside = html.replaceAll(`value="${canary}"`, '');
    expect(outside).not.toContain(canary);
    expect(JSON.stringify(web.logged.lines)).not.toContain(canary);
  });

  test('keeps mark-up that was typed as text', async () => {
    const html = await textOf(web.post(FORM, { 'home.postcode': '"><b>' }));
    expect(html).not.toContain('"><b>');
    expect(valueOf(html, 'home.postcode')).toBe('&quot;&gt;&lt;b&gt;');
  });
});

describe('the result', () => {
  test('names what was said, what was assumed, and each offer with its verdict', async () => {
    const response = await web.post(FORM, { ...CHILD, 'home.postcode': '12045', do: 'match' });
    expect(response.status).toBe(200);
    const html = await response.text();
    expect(html).toContain('Kita: Montag bis Freitag 7:30 bis 14:30 Uhr');
    expect(html).toContain('Von uns angenommen');
    expect(html).toContain('Deutsch C1');
    expect(html).toContain('Niemand kann einen Platz in der Liste kaufen.');
  });

  test('begins with three offers of each verdict and shows all of one where more are asked for', async () => {
    const offers = ['fits', 'nearly', 'ask'].flatMap((verdict) =>
      Array.from({ length: 5 }, (_, index) =>
        someOffer(`vhs:${verdict}-${index}`, { title: `Kurs #${verdict}` }),
      ),
    );
    const many = await webOver(offers, { match: fakeMatch });
    const shownBy = async (pressed: string) => {
      const html = await textOf(many.post(FORM, { 'home.postcode': '12045', do: pressed }));
      const more = [...html.matchAll(/value="(show[^"]*)"/g)].map(([, value]) => value);
      return [html.match(/<article/g)?.length, more];
    };
    expect(await shownBy('match')).toEqual([9, ['show.fits', 'show.nearly', 'show.ask']]);
    expect(await shownBy('show.nearly')).toEqual([11, ['show.nearly.fits', 'show.nearly.ask']]);
    expect(await shownBy('show.nearly.fits.ask')).toEqual([15, []]);
    expect(await shownBy('show.everything')).toEqual([9, ['show.fits', 'show.nearly', 'show.ask']]);
  });

  test('links from its beginning to each group that is on it', async () => {
    const offers = ['nearly', 'ask', 'no'].map((verdict) =>
      someOffer(`vhs:${verdict}`, { title: `#${verdict}` }),
    );
    const some = await webOver(offers, { match: fakeMatch });
    const html = await textOf(some.post(FORM, { 'home.postcode': '12045' }));
    const targets = [...html.matchAll(/href="#(gruppe-[^"]+)"/g)].map(([, id]) => id);
    expect(targets).toEqual(['gruppe-nearly', 'gruppe-ask']);
    for (const id of targets) expect(html).toContain(`id="${id!}"`);
  });

  test('holds the answers in no address', async () => {
    const html = await textOf(web.post(FORM, { ...CHILD, 'home.postcode': '12045' }));
    const addresses = [...html.matchAll(/ (?:href|action|formaction)="([^"]*)"/g)].map(
      ([, address]) => address,
    );
    expect(addresses.length).toBeGreaterThan(5);
    expect(addresses.filter((address) => /\?|12045/.test(address!))).toEqual([]);
  });

  test('gives the answers back to be changed', async () => {
    const result = await textOf(web.post(FORM, { ...CHILD, 'home.postcode': '12045' }));
    const kept = [...result.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
    const fields = kept.map(([, name, value]): [string, string] => [name!, value!]);
    const body = new URLSearchParams(fields);
    const again = Object.fromEntries([...new Set(body.keys())].map((name) => [name, body.getAll(name)]));
    const html = await textOf(web.post(FORM, { ...again, do: 'edit' }));
    expect(valueOf(html, 'children.0.care.0.to')).toBe('14:30');
    expect(html.match(/name="children\.0\.care\.0\.days"[^>]*checked/g)).toHaveLength(5);
  });

  test('is said in English where the path is English', async () => {
    const html = await textOf(web.post('/en/beratung', { 'home.postcode': '12045' }));
    expect(html).toContain('<html lang="en"');
    expect(html).toContain('What was stated');
  });

  test('is a page that says so while there are no offers yet', async () => {
    const empty = await webOver([]);
    const response = await empty.post(FORM, {});
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('5');
    expect(await response.text()).toContain('Die Angebote sind gerade nicht da');
  });
});

describe('the page of an offer', () => {
  test('says what is known of it without a situation', async () => {
    const html = await textOf(web.get('/de/angebote/vhs%3A2'));
    expect(html).toContain('Kurs am Vormittag');
    expect(html).not.toContain('Passt es in diese Woche?');
  });

  test('explains it for the answers that were sent along, each criterion by name', async () => {
    const html = await textOf(web.post('/de/angebote/vhs:2', { ...CHILD, 'home.postcode': '12045' }));
    expect(html).toContain('Passt es in diese Woche?');
    expect(html).toMatch(/Betreuung<\/dt>/);
    expect(valueOf(html, 'home.postcode')).toBe('12045');
  });

  test('does not exist for an id that is not current', async () => {
    expect((await web.get('/de/angebote/vhs:9')).status).toBe(404);
    expect((await web.post('/de/angebote/no-id', {})).status).toBe(404);
  });
});

describe('what is not one of our forms', () => {
  test.each([
    ['another site, by fetch metadata', { 'sec-fetch-site': 'cross-site' }],
    ['a sister site', { 'sec-fetch-site': 'same-site' }],
    ['another origin', { origin: 'https://elsewhere.example' }],
    ['no origin that can be told', { origin: 'null' }],
  ])('is refused from %s', async (_name, headers) => {
    expect((await web.post(FORM, {}, headers)).status).toBe(403);
  });

  test('is refused when it says nothing of where it comes from', async () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded', host: 'vereinbar.example' };
    expect((await web.app.request(FORM, { method: 'POST', headers, body: '' })).status).toBe(403);
  });

  test('is taken from our own pages by the referrer of an old browser', async () => {
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      host: 'vereinbar.example',
      referer: 'https://vereinbar.example/de/beratung',
    };
    expect((await web.app.request(FORM, { method: 'POST', headers, body: '' })).status).toBe(200);
  });

  test('is refused as JSON, as several parts, and above 32 KiB', async () => {
    const sent = (type: string) => web.post(FORM, {}, { 'content-type': type });
    expect((await sent('application/json')).status).toBe(415);
    expect((await sent('multipart/form-data; boundary=x')).status).toBe(415);
    expect((await web.post(FORM, { 'home.postcode': '1'.repeat(33_000) })).status).toBe(413);
  });
});

describe('every page', () => {
  test.each([
    ['the form', () => web.get(FORM)],
    ['a result', () => web.post(FORM, { 'home.postcode': '12045' })],
    ['a form with faults', () => web.post(FORM, FAULTY_FORM)],
    ['an offer', () => web.get('/de/angebote/vhs:1')],
    ['a path that is none', () => web.get('/de/nirgends')],
    ['a refused form', () => web.post(FORM, {}, { origin: 'null' })],
  ])('runs no script, is framed, kept and indexed by nobody: %s', async (_name, ask) => {
    const { headers } = await ask();
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    );
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-robots-tag')).toBe('noindex');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('set-cookie')).toBeNull();
  });

  test('has one first heading, ids that are there once and one language', async () => {
    for (const response of await Promise.all([
      web.get(FORM),
      web.post(FORM, FAULTY_FORM),
      web.post(FORM, CHILD),
      web.post('/de/angebote/vhs:1', CHILD),
    ])) {
      const html = await response.text();
      const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
      expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
      expect(html.match(/<h1/g)).toHaveLength(1);
      expect(html).toMatch(/^<!doctype html><html lang="de" dir="ltr"/);
    }
  });

  test('wears a stylesheet that may be kept for a year', async () => {
    const response = await web.get('/styles/ltr.css');
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(response.headers.get('content-type')).toBe('text/css; charset=utf-8');
    expect((await web.get('/styles/other.css')).status).toBe(404);
  });

  test('names the methods that a path knows', async () => {
    const response = await web.app.request(FORM, { method: 'DELETE' });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, HEAD, POST');
  });

  test('is reached from the bare address', async () => {
    expect((await web.get('/')).headers.get('location')).toBe(FORM);
  });
});

test('a failure of ours is a page, logged by name only', async () => {
  const broken = await webOver([someOffer('vhs:1')], {
    match: () => {
      throw new TypeError('secret');
    },
  });
  const response = await broken.post(FORM, { 'home.postcode': '12045' });
  expect(response.status).toBe(500);
  expect(await response.text()).not.toContain('secret');
  expect(JSON.stringify(broken.logged.lines)).toContain('TypeError');
});

test('a form says each of its values', () => {
  expect(formBody({ a: ['1', '2'], b: 'ä' })).toBe('a=1&a=2&b=%C3%A4');
});
