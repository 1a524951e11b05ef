import fc from 'fast-check';

/** A record without the fields that are absent: what may be `undefined` becomes optional. */
export type Stated<Fields> = {
  [Name in keyof Fields as undefined extends Fields[Name] ? never : Name]: Fields[Name];
} & {
  [Name in keyof Fields as undefined extends Fields[Name] ? Name : never]?: Exclude<Fields[Name], undefined>;
};

/** Leaves out the fields that are `undefined`. */
export function stated<Fields extends object>(fields: Fields): Stated<Fields> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as Stated<Fields>;
}

/** The value, but for one time in `absentOneIn`. */
export function mostly<Value>(value: fc.Arbitrary<Value>, absentOneIn = 3): fc.Arbitrary<Value | undefined> {
  return fc.option(value, { nil: undefined, freq: absentOneIn - 1 });
}

/** The value one time in five. */
export function rarely<Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> {
  return fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value });
}

/** The usual value, and one time in `oneIn` the odd one. */
export function usually<Usual, Odd>(
  usual: fc.Arbitrary<Usual>,
  odd: fc.Arbitrary<Odd>,
  oneIn: number,
): fc.Arbitrary<Usual | Odd> {
  return fc.oneof({ weight: oneIn - 1, arbitrary: usual }, { weight: 1, arbitrary: odd });
}
