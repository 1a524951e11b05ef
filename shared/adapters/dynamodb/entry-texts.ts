import type { FeedId } from '../../domain/offer/offer-id.ts';
import { CatalogueDamaged } from '../../ports/store-failures.ts';

const HEAD = Buffer.from('{"entries":[');
const [QUOTE, BACKSLASH, OPEN, CLOSE, COMMA] = Buffer.from('"\\{},');

/**
 * Cuts the canonical JSON of a catalogue into the texts of its entries as it comes, some with every part, so that never the whole
 * is in memory. Throws CatalogueDamaged where the text is no catalogue of the feed, perhaps at its end only.
 */
export async function* entryTexts(
  content: AsyncIterable<Uint8Array>,
  feed: FeedId,
): AsyncGenerator<readonly string[]> {
  const tail = Buffer.from(`],"feed":${JSON.stringify(feed)}}`);
  let rest: Buffer = Buffer.alloc(0);
  let isHeadRead = false;
  for await (const part of content) {
    rest = Buffer.concat([rest, part]);
    if (!isHeadRead) {
      if (rest.length < HEAD.length) continue;
      if (!rest.subarray(0, HEAD.length).equals(HEAD)) break;
      rest = rest.subarray(HEAD.length);
      isHeadRead = true;
    }
    const { texts, used } = cutWhole(rest);
    rest = rest.subarray(used);
    yield texts;
  }
  if (!isHeadRead || !rest.equals(tail)) {
    throw new CatalogueDamaged('the content is no catalogue of the feed');
  }
}

/** The objects that lie whole at the start of the bytes, and how many bytes they take with the commas before them. */
function cutWhole(bytes: Buffer): { readonly texts: readonly string[]; readonly used: number } {
  const texts: string[] = [];
  let used = 0;
  for (;;) {
    const start = bytes[used] === COMMA ? used + 1 : used;
    const end = bytes[start] === OPEN ? endOfObject(bytes, start) : undefined;
    if (end === undefined) return { texts, used };
    texts.push(bytes.toString('utf8', start, end));
    used = end;
  }
}

/** Where the object that begins at `start` ends; `undefined` while its end is not there. */
function endOfObject(bytes: Buffer, start: number): number | undefined {
  let depth = 0;
  let isInText = false;
  for (let at = start; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (isInText) {
      if (byte === BACKSLASH) at += 1;
      else if (byte === QUOTE) isInText = false;
    } else if (byte === QUOTE) isInText = true;
    else if (byte === OPEN) depth += 1;
    else if (byte === CLOSE) {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return undefined;
}
