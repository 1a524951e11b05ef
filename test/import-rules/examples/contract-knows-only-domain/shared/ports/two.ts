export type Value = number;
