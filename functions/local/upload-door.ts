import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import * as z from 'zod';
import { parseFeedId } from '../../shared/domain/offer/offer-id.ts';
import { parseRegionId } from '../../shared/domain/place/region.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import type { OriginalStore } from '../../shared/ports/original-store.ts';
import type { Seal } from '../../shared/ports/seal.ts';
import type { UploadLinks, WantedUpload } from '../../shared/ports/upload-links.ts';

const VALID_MS = 15 * 60_000;
const PATH = '/local-uploads/';
const FILE_TYPE = 'application/octet-stream';
const CHECKSUM = 'x-amz-checksum-sha256';

const signed = z.object({
  region: z.string().transform((text) => parseRegionId(text)),
  feed: z.string().transform((text) => parseFeedId(text)),
  sha256: z.string(),
  bytes: z.coerce.number().int(),
  until: z.coerce.number().int(),
  seal: z.string(),
});

/**
 * What the object store's presigned addresses do in an account: `links` makes them, `take` keeps what is put there. `take` gives
 * the status to answer, `undefined` for any other path.
 */
export type UploadDoor = {
  readonly links: UploadLinks;
  readonly take: (request: IncomingMessage) => Promise<number | undefined>;
};

/** `address`: of this machine's service, known once it listens. */
export function createUploadDoor(deps: {
  readonly originals: Pick<OriginalStore, 'keep'>;
  readonly seal: Pick<Seal, 'sign' | 'isSigned'>;
  readonly clock: Clock;
  readonly address: () => string;
}): UploadDoor {
  const { originals, seal, clock, address } = deps;
  return {
    links: (wanted) => {
      const until = clock() + VALID_MS;
      const query = new URLSearchParams({
        region: wanted.region,
        feed: wanted.feed,
        bytes: String(wanted.bytes),
        until: String(until),
        seal: seal.sign(textOf(wanted, until)),
      });
      const url = `${address()}${PATH}${wanted.sha256}?${query.toString()}`;
      return Promise.resolve({ url, headers: headersOf(wanted), until });
    },
    take: async (request) => {
      const url = new URL(request.url ?? '/', 'http://localhost');
      if (!url.pathname.startsWith(PATH)) return undefined;
      const asked = Object.fromEntries(url.searchParams);
      const parsed = signed.safeParse({ ...asked, sha256: url.pathname.slice(PATH.length) });
      if (request.method !== 'PUT' || !parsed.success) return 403;
      const { region, feed, sha256, bytes, until } = parsed.data;
      if (region === undefined || feed === undefined) return 403;
      const wanted = { region, feed, sha256, bytes };
      const isGood =
        seal.isSigned(textOf(wanted, until), parsed.data.seal) &&
        clock() < until &&
        hasHeaders(request, wanted);
      if (!isGood) return 403;
      const body = await readBody(request, bytes);
      if (body === undefined || createHash('sha256').update(body).digest('hex') !== sha256) return 400;
      await originals.keep(region, feed, { bytes: body, sha256 });
      return 200;
    },
  };
}

function textOf({ region, feed, sha256, bytes }: WantedUpload, until: number): string {
  return ['upload', region, feed, sha256, bytes, until].join(' ');
}

function headersOf({ sha256, bytes }: WantedUpload): Readonly<Record<string, string>> {
  return {
    'content-length': String(bytes),
    'content-type': FILE_TYPE,
    [CHECKSUM]: Buffer.from(sha256, 'hex').toString('base64'),
  };
}

function hasHeaders({ headers }: IncomingMessage, wanted: WantedUpload): boolean {
  return Object.entries(headersOf(wanted)).every(([name, value]) => headers[name] === value);
}

async function readBody(request: IncomingMessage, bytes: number): Promise<Buffer | undefined> {
  const parts: Buffer[] = [];
  let read = 0;
  for await (const part of request) {
    if (!(part instanceof Buffer)) continue;
    read += part.length;
    if (read > bytes) return undefined;
    parts.push(part);
  }
  return read === bytes ? Buffer.concat(parts) : undefined;
}
