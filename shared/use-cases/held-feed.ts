import type { WholeFeed } from './join-update.ts';

/**
 * A whole feed whose bytes, `size` of them, are given once and held no longer than they are read: packed they may be a third
 * of the memory an import has. `take` throws TypeError when it is asked twice.
 */
export type HeldFeed = Omit<WholeFeed, 'bytes'> & {
  readonly size: number;
  readonly take: () => Uint8Array;
};

/** Holds a feed; whoever gives it keeps no bytes of it either. */
export function holdFeed({ bytes, ...about }: WholeFeed): HeldFeed {
  let held: Uint8Array | undefined = bytes;
  return {
    ...about,
    size: bytes.length,
    take: () => {
      if (held === undefined) throw new TypeError('the bytes of a feed are taken once');
      const taken = held;
      held = undefined;
      return taken;
    },
  };
}
