/** The type without `undefined` as a value; properties that could be `undefined` are optional. */
export type Present<T> = {
  [K in keyof T as undefined extends T[K] ? never : K]: T[K];
} & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

function isPresent<T extends object>(candidate: object): candidate is Present<T> {
  return Object.values(candidate).every((value) => value !== undefined);
}

/** A copy in which what is `undefined` is absent, as the exact optional properties of the domain ask for. */
export function withoutUndefined<T extends object>(value: T): Present<T> {
  const kept: object = Object.fromEntries(
    Object.entries(value).filter((entry: readonly [string, unknown]) => entry[1] !== undefined),
  );
  if (!isPresent<T>(kept)) throw new TypeError('undefined values were left out above');
  return kept;
}
