import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';

type ArgumentType = 'string' | 'number';

/** The placeholders of a message with their types, names ascending; plurals and numbers take a number, all else text. */
export function argumentsOf(message: string): ReadonlyMap<string, ArgumentType> {
  const found = new Map<string, ArgumentType>();
  collect(parse(message, { ignoreTag: true }), found);
  return new Map([...found].sort(([one], [other]) => (one < other ? -1 : 1)));
}

function collect(elements: readonly MessageFormatElement[], found: Map<string, ArgumentType>): void {
  for (const element of elements) {
    switch (element.type) {
      case TYPE.literal:
      case TYPE.pound:
        break;
      case TYPE.argument:
        add(found, element.value, 'string');
        break;
      case TYPE.number:
        add(found, element.value, 'number');
        break;
      case TYPE.select:
      case TYPE.plural:
        add(found, element.value, element.type === TYPE.plural ? 'number' : 'string');
        for (const { value } of Object.values(element.options)) collect(value, found);
        break;
      case TYPE.date:
      case TYPE.time:
      case TYPE.tag:
        throw new Error(`${element.value}: dates and times come in as words, mark-up is not used`);
    }
  }
}

function add(found: Map<string, ArgumentType>, name: string, type: ArgumentType): void {
  if ((found.get(name) ?? type) !== type) throw new Error(`${name} is both text and number`);
  found.set(name, type);
}

/** The text of `message-arguments.ts` for the messages of the default language, before it is set in the one format. */
export function messageArgumentsSource(messages: Readonly<Record<string, string>>): string {
  const lines = Object.entries(messages).map(([key, message]) => {
    const fields = [...argumentsOf(message)].map(([name, type]) => `readonly ${name}: ${type}`);
    return `  '${key}': ${fields.length === 0 ? 'None' : `{ ${fields.join('; ')} }`};`;
  });
  return `// Written by test/support/write-message-arguments.ts from de.json; a test compares them.

type None = object;

/** What each message takes, by its key. */
export type MessageArguments = {
${lines.join('\n')}
};
`;
}
