import type { Condition } from './field.schema.ts';
import { rememberedCells } from './remembered-cells.ts';
import { allHold, type ColumnAt, type Reader } from './table-row.ts';

/** Reads a set of the map, each value once, in the order of the map or the cell; words that the map lacks are left out. */
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
  at: ColumnAt,
): Reader<readonly Value[]> {
  switch (field?.as) {
    case undefined:
      return () => [];
    case 'constant': {
      const values = [...new Set(field.value)];
      return () => values;
    }
    case 'words': {
      const { words, separator } = field;
      const indexes = field.from.map(at);
      const valuesOf = rememberedCells((text) =>
        (separator === undefined ? [text] : text.split(separator))
          .map((word) => word.trim())
          .flatMap((word) => (Object.hasOwn(words, word) ? (words[word] ?? []) : [])),
      );
      return ({ cells }) => [
        ...new Set(
          indexes.flatMap((index) => {
            const text = cells[index];
            return text === undefined ? [] : valuesOf(text);
          }),
        ),
      ];
    }
    case 'flags': {
      const flags = field.flags.map(({ when, value }) => ({ isMet: allHold(when, at), value }));
      return (row) => [...new Set(flags.filter(({ isMet }) => isMet(row)).map(({ value }) => value))];
    }
  }
}
