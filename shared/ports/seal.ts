/** Digests and signatures of short texts; the key stays inside. */
export type Seal = {
  /** SHA-256 of the text, 32 lower-case hexadecimal digits of it. */
  readonly digest: (text: string) => string;
  /** Signature of the text under the service's key, base64url. */
  readonly sign: (text: string) => string;
  /** Whether the signature is that of the text; takes the same time whatever is wrong with it. */
  readonly isSigned: (text: string, signature: string) => boolean;
};
