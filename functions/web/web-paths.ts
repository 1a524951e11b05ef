import { LANGUAGES, type Language } from '../../shared/messages/language.ts';

/** The counsellor's page in a language. */
export function counselPath(language: Language): string {
  return `/${language}/beratung`;
}

/** The page of one offer. */
export function offerPath(language: Language, id: string): string {
  return `/${language}/angebote/${encodeURIComponent(id)}`;
}

/** Where a stylesheet is served. */
export function stylePath(name: string): string {
  return `/styles/${name}`;
}

const FIRST_STEPS: readonly string[] = [...LANGUAGES, 'styles', 'robots.txt'];

/** Whether a path belongs to the pages; all others are the API's. */
export function isWebPath(path: string): boolean {
  return path === '/' || FIRST_STEPS.includes(path.split('/')[1] ?? '');
}
