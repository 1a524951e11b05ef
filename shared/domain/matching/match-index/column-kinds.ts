/** Columns by the kind of number they hold. `from`: where the rows of another table begin, one entry more than rows. */
export type ColumnKinds = {
  readonly u8: Uint8Array;
  readonly i8: Int8Array;
  readonly u16: Uint16Array;
  readonly i16: Int16Array;
  readonly u32: Uint32Array;
  readonly i32: Int32Array;
  readonly f64: Float64Array;
  readonly from: Uint32Array;
};

/** Anything there is one of for each kind. */
export type AnyKinds = Readonly<Record<keyof ColumnKinds, unknown>>;

/** Makes the next column of a kind. */
export type ColumnMakers<Kinds extends AnyKinds> = { readonly [Kind in keyof Kinds]: () => Kinds[Kind] };

/** One column of numbers. */
export type Column = ColumnKinds[keyof ColumnKinds];
