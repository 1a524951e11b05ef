import type { OfferId } from '../../offer/offer-id.ts';
import { growingTable } from './growing-table.ts';
import type { OfferIds } from './offer-ids.ts';

/** Collects ids that ascend. */
export function idColumns() {
  const ids = growingTable((make) => ({ charactersFrom: make.from() }));
  const characters = growingTable((make) => ({ code: make.u8() }));
  let first: OfferId | undefined;
  let last: OfferId | undefined;
  return {
    /** Adds the next id; its row. */
    add(id: OfferId): number {
      first ??= id;
      last = id;
      for (let at = 0; at < id.length; at += 1) {
        const place = characters.next();
        characters.columns().code[place] = id.charCodeAt(at);
      }
      const row = ids.next();
      ids.columns().charactersFrom[row + 1] = characters.length();
      return row;
    },
    done(): OfferIds {
      const beginning = commonBeginning(first ?? '', last ?? '');
      return {
        beginning,
        ...withoutBeginning(ids.done().charactersFrom, characters.columns().code, beginning.length),
      };
    },
  };
}

/** What two texts begin with alike; what lies between them in their order begins with it too. */
function commonBeginning(one: string, other: string): string {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return one.slice(0, length);
}

function withoutBeginning(
  charactersFrom: Uint32Array,
  codes: Uint8Array,
  length: number,
): Pick<OfferIds, 'restsFrom' | 'rests'> {
  const restsFrom = charactersFrom.map((from, row) => from - row * length);
  const rests = new Uint8Array(restsFrom.at(-1) ?? 0);
  for (let row = 0; row + 1 < restsFrom.length; row += 1) {
    const shift = (row + 1) * length;
    const end = restsFrom[row + 1] ?? 0;
    for (let at = restsFrom[row] ?? 0; at < end; at += 1) rests[at] = codes[at + shift] ?? 0;
  }
  return { restsFrom, rests };
}
