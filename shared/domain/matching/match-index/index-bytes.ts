import type { Column } from './column-kinds.ts';

/** Kinds of columns, in an order that is never changed: the place of a kind is its number in a file. */
const KINDS = [
  Uint8Array,
  Int8Array,
  Uint16Array,
  Int16Array,
  Uint32Array,
  Int32Array,
  Float64Array,
] as const;

const ALIGNED_TO = 8;
const HEADER_BYTES = 8;

/** Collects columns and texts one after another; each begins at a multiple of 8 bytes after its kind and length. */
export function columnWriter() {
  const parts: Uint8Array[] = [];
  let length = 0;
  function add(bytes: Uint8Array): void {
    parts.push(bytes);
    length += bytes.length;
    const gap = (ALIGNED_TO - (length % ALIGNED_TO)) % ALIGNED_TO;
    if (gap > 0) parts.push(new Uint8Array(gap));
    length += gap;
  }
  function column(numbers: Column): void {
    const kind = KINDS.findIndex((each) => numbers instanceof each);
    add(new Uint8Array(Uint32Array.of(kind, numbers.length).buffer));
    add(new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength));
  }
  return {
    column,
    /** Texts as their lengths in UTF-16 units, which is how they are cut apart again, and all in one as UTF-8. */
    texts(all: readonly string[]): void {
      column(Uint32Array.from(all, ({ length: units }) => units));
      column(ENCODER.encode(all.join('')));
    },
    done(): Uint8Array {
      const all = new Uint8Array(length);
      let at = 0;
      for (const part of parts) {
        all.set(part, at);
        at += part.length;
      }
      return all;
    },
  };
}

/** Thrown where bytes are not what a writer of this version has written. */
export class DamagedIndex extends Error {
  override readonly name = 'DamagedIndex';
}

/** Reads what `columnWriter` wrote, in the same order. Columns are views of `bytes`, which begin at a multiple of 8. */
export function columnReader(bytes: Uint8Array) {
  let at = 0;
  function column<Kind extends Column>(
    kind: new (buffer: ArrayBufferLike, from: number, length: number) => Kind,
  ): Kind {
    if (at + HEADER_BYTES > bytes.length) throw new DamagedIndex();
    const [found, length] = new Uint32Array(bytes.buffer, bytes.byteOffset + at, 2);
    const shape = KINDS[found ?? -1];
    const from = at + HEADER_BYTES;
    if (shape === undefined || length === undefined || !Object.is(shape, kind)) throw new DamagedIndex();
    const end = from + length * shape.BYTES_PER_ELEMENT;
    if (end > bytes.length) throw new DamagedIndex();
    at = Math.ceil(end / ALIGNED_TO) * ALIGNED_TO;
    return new kind(bytes.buffer, bytes.byteOffset + from, length);
  }
  return {
    next: {
      u8: () => column(Uint8Array),
      i8: () => column(Int8Array),
      u16: () => column(Uint16Array),
      i16: () => column(Int16Array),
      u32: () => column(Uint32Array),
      i32: () => column(Int32Array),
      f64: () => column(Float64Array),
      from: () => column(Uint32Array),
    },
    texts: (): readonly string[] => {
      const lengths = column(Uint32Array);
      const joined = DECODER.decode(column(Uint8Array));
      let from = 0;
      const all = Array.from(lengths, (length) => joined.slice(from, (from += length)));
      if (from !== joined.length) throw new DamagedIndex();
      return all;
    },
    isAtEnd: () => at === bytes.length,
  };
}

const ENCODER = new TextEncoder();
const DECODER = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
