/** Tells of each next chunk of a text whether it is valid UTF-8; gives the chunk's first invalid byte, else `undefined`. */
export type Utf8Check = {
  readonly push: (chunk: Uint8Array) => number | undefined;
  /** True when the text ends within a character. */
  readonly endsEarly: () => boolean;
};

/** A strict check over chunks that may cut a character in two. A byte order mark is valid. */
export function createUtf8Check(): Utf8Check {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let open: Uint8Array = new Uint8Array();
  return {
    push: (chunk) => {
      if (decodes(decoder, chunk)) {
        open = chunk.slice(-3);
        return undefined;
      }
      return firstInvalid(open, chunk);
    },
    endsEarly: () => {
      try {
        decoder.decode();
        return false;
      } catch {
        return true;
      }
    },
  };
}

/**
 * The first byte of a chunk that is not valid UTF-8 after the bytes `before`, of which three are enough; 0 where it is among
 * those. Only for a chunk that a strict decoder has refused.
 */
export function firstInvalid(before: Uint8Array, chunk: Uint8Array): number {
  const open = before.slice(-3);
  const start = lastStart(open);
  return Math.max(0, validPrefix(join(open.slice(start), chunk)) - (open.length - start));
}

function decodes(decoder: InstanceType<typeof TextDecoder>, chunk: Uint8Array): boolean {
  try {
    decoder.decode(chunk, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** Where the last character of the tail begins: behind it when the tail ends with plain ASCII. */
function lastStart(tail: Uint8Array): number {
  for (let index = tail.length - 1; index >= 0; index -= 1) {
    const byte = tail[index] ?? 0;
    if (byte < 0x80) return index + 1;
    if (byte >= 0xc0) return index;
  }
  return tail.length;
}

/** The longest beginning that a strict decoder accepts as a beginning, found by halving. */
function validPrefix(bytes: Uint8Array): number {
  let [valid, invalid] = [0, bytes.length];
  while (invalid - valid > 1) {
    const middle = Math.floor((valid + invalid) / 2);
    if (decodes(new TextDecoder('utf-8', { fatal: true }), bytes.subarray(0, middle))) valid = middle;
    else invalid = middle;
  }
  return valid;
}

function join(one: Uint8Array, other: Uint8Array): Uint8Array {
  const joined = new Uint8Array(one.length + other.length);
  joined.set(one);
  joined.set(other, one.length);
  return joined;
}
