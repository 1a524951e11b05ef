import type { Condition } from './field.schema.ts';
import { cell, holds, type TableRow } from './table-row.ts';

/** A set of the map for a row, each value once, in the order of the map or the cell; words that the map lacks are left out. */
export function convertSet<Value>(
  field:
    | { readonly as: 'constant'; readonly value: readonly Value[] }
    | {
        readonly as: 'words';
        readonly from: readonly string[];
        readonly words: Readonly<Record<string, Value>>;
        readonly separator?: string;
      }
    | {
        readonly as: 'flags';
        readonly flags: readonly { readonly when: readonly Condition[]; readonly value: Value }[];
      }
    | undefined,
  row: TableRow,
): readonly Value[] {
  switch (field?.as) {
    case undefined:
      return [];
    case 'constant':
      return [...new Set(field.value)];
    case 'words': {
      const { words, separator } = field;
      const cells = field.from.flatMap((column) => cell(row, column) ?? []);
      const texts = separator === undefined ? cells : cells.flatMap((text) => text.split(separator));
      return [
        ...new Set(
          texts
            .map((text) => text.trim())
            .flatMap((text) => (Object.hasOwn(words, text) ? (words[text] ?? []) : [])),
        ),
      ];
    }
    case 'flags': {
      const set = field.flags.filter(({ when }) => when.every((condition) => holds(condition, row)));
      return [...new Set(set.map(({ value }) => value))];
    }
  }
}
