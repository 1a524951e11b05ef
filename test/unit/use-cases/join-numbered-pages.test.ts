import { describe, expect, it } from 'vitest';
import { ok } from '../../../shared/domain/result.ts';
import { BA_JOBS } from '../../../shared/feeds/ba-jobs/ba-jobs.ts';
import type { FeedSource } from '../../../shared/feeds/feed-settings.ts';
import { HSDS } from '../../../shared/feeds/hsds/hsds.ts';
import { servicesChangedSince } from '../../../shared/feeds/hsds/service-pages.ts';
import type { FeedFetcher } from '../../../shared/ports/feed-fetcher.ts';
import { joiningPages } from '../../../shared/use-cases/join-pages.ts';
import { offerOf, outcomesOf, utf8 } from '../../support/feed-under-test.ts';

type Answer = (page: number) => unknown;

/** Asks a source whose pages are numbered from 1. */
async function ask(source: FeedSource, answer: Answer) {
  const asked: string[] = [];
  const fetchFeed: FeedFetcher = (one) => {
    const url = new URL('url' in one ? one.url : '');
    asked.push(url.search);
    return Promise.resolve(
      ok({ bytes: utf8(answer(Number(url.searchParams.get('page')))), sha256: '0'.repeat(64) }),
    );
  };
  const fetched = await joiningPages(fetchFeed)(source);
  return {
    asked,
    failure: fetched.ok ? undefined : fetched.failure,
    bytes: fetched.ok ? fetched.value.bytes : utf8(''),
  };
}

const SERVICES: FeedSource = { url: 'https://example.org/hsds/services?taxonomy_term_id=7', pages: 'hsds' };
const service = (number: number) => ({
  id: `s-${String(number)}`,
  name: `Angebot ${String(number)}`,
  status: 'active',
});
/** Seven services, three a page, as the publisher likes it. */
const services: Answer = (page) => ({
  total_items: 7,
  page_number: page,
  contents: [0, 1, 2]
    .map((index) => (page - 1) * 3 + index)
    .filter((number) => number < 7)
    .map(service),
});

describe('pages of services', () => {
  it('are joined, however many services the publisher gives on one', async () => {
    const { asked, bytes } = await ask(SERVICES, services);
    expect(asked).toEqual(
      [1, 2, 3].map((page) => `?taxonomy_term_id=7&page=${String(page)}&per_page=100&full=true`),
    );
    expect((await outcomesOf(HSDS, bytes)).map((outcome) => offerOf(outcome).title)).toHaveLength(7);
  });

  it.each<[string, Answer, string]>([
    ['the same page twice', () => services(1), 'source-unreadable'],
    [
      'an empty page before its time',
      (page) => (page === 2 ? { total_items: 7, page_number: 2, contents: [] } : services(page)),
      'pages-differ',
    ],
    [
      'another total later on',
      (page) => ({ ...(services(page) as object), total_items: 7 + page }),
      'pages-differ',
    ],
    ['a page without its list', () => ({ total_items: 7, page_number: 1 }), 'source-unreadable'],
  ])('are nothing with %s', async (_, answer, failure) => {
    expect((await ask(SERVICES, answer)).failure).toBe(failure);
  });

  it('of none is one empty page', async () => {
    const { failure, bytes } = await ask(SERVICES, () => ({ total_items: 0, page_number: 1, contents: [] }));
    expect(failure).toBeUndefined();
    expect(await outcomesOf(HSDS, bytes)).toEqual([]);
  });

  it('may be asked for what was changed since a moment alone', () => {
    expect(servicesChangedSince('https://example.org/services?page=2', '2026-11-01T00:00:00Z')).toBe(
      'https://example.org/services?page=2&modified_after=2026-11-01T00%3A00%3A00Z',
    );
  });
});

const JOBS: FeedSource = { url: 'https://example.org/jobs?wo=Dortmund', pages: 'ba-jobs' };
const job = (number: number) => ({
  referenznummer: `r-${String(number)}`,
  stellenangebotsart: 'ARBEIT',
  stellenangebotsTitel: 'Stelle',
  arbeitszeitVollzeit: true,
});
const jobs =
  (total: number): Answer =>
  (page) => ({
    maxErgebnisse: total,
    ergebnisliste: Array.from({ length: Math.min(100, total - (page - 1) * 100) }, (_, index) =>
      job((page - 1) * 100 + index),
    ),
  });

describe('pages of jobs', () => {
  it('are joined', async () => {
    const { asked, bytes } = await ask(JOBS, jobs(150));
    expect(asked).toEqual(['?wo=Dortmund&page=1&size=100', '?wo=Dortmund&page=2&size=100']);
    expect(await outcomesOf(BA_JOBS, bytes)).toHaveLength(150);
  });

  it('beyond the 10,000th job are not asked for', async () => {
    const { asked, failure } = await ask(JOBS, jobs(10_001));
    expect([failure, asked.length]).toEqual(['source-too-large', 1]);
  });

  it('without a list are none only where nothing is counted', async () => {
    expect((await ask(JOBS, () => ({ maxErgebnisse: 0 }))).failure).toBeUndefined();
    expect((await ask(JOBS, () => ({ maxErgebnisse: 5 }))).failure).toBe('pages-differ');
  });
});
