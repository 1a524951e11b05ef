/** The two parts of a key's text: an id that may be shown and a secret that is shown once. */
export type KeyParts = { readonly id: string; readonly secret: string };

/** How keys of this stage are written. */
export type KeyTexts = {
  /** A new key, its secret of 256 random bits. */
  readonly make: () => KeyParts & { readonly text: string };
  /** The parts of a key; `undefined` for what is none of this stage or was mistyped, told by its checksum. */
  readonly read: (text: string) => KeyParts | undefined;
};
