/** Adds the bits of one mask to another. */
export function addMask(mask: Uint32Array, other: Uint32Array): void {
  for (let word = 0; word < mask.length; word += 1) mask[word] = (mask[word] ?? 0) | (other[word] ?? 0);
}

/** Leaves in a mask the bits of another alone. */
export function keepMask(mask: Uint32Array, other: Uint32Array): void {
  for (let word = 0; word < mask.length; word += 1) mask[word] = (mask[word] ?? 0) & (other[word] ?? 0);
}

/** Takes the bits of one mask out of another. */
export function takeOutMask(mask: Uint32Array, other: Uint32Array): void {
  for (let word = 0; word < mask.length; word += 1) mask[word] = (mask[word] ?? 0) & ~(other[word] ?? 0);
}

/** A mask with the bits of so many places. */
export function maskOfAll(count: number): Uint32Array {
  const mask = new Uint32Array((count + 31) >> 5);
  for (let at = 0; at < count; at += 1) setBit(mask, at);
  return mask;
}

/** Whether the bit of a place is in a mask. */
export function isSet(mask: Uint32Array, at: number): boolean {
  return ((mask[at >> 5] ?? 0) & (1 << (at & 31))) !== 0;
}

/** Adds the bit of a place to a mask. */
export function setBit(mask: Uint32Array, at: number): void {
  mask[at >> 5] = (mask[at >> 5] ?? 0) | (1 << (at & 31));
}

/** Whether all bits of another are in a mask. */
export function hasAll(mask: Uint32Array, other: Uint32Array): boolean {
  return mask.every((word, at) => (~word & (other[at] ?? 0)) === 0);
}

/** Whether no bit is in a mask. */
export function isEmpty(mask: Uint32Array): boolean {
  for (const word of mask) if (word !== 0) return false;
  return true;
}
