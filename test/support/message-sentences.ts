import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';

/** Every text a message can become: one for each choice of its plurals and selects, a placeholder being one word. */
export function variantsOf(message: string): readonly string[] {
  return spelled(parse(message, { ignoreTag: true }));
}

function spelled(elements: readonly MessageFormatElement[]): readonly string[] {
  return elements.reduce<readonly string[]>(
    (before, element) => before.flatMap((text) => textsOf(element).map((added) => text + added)),
    [''],
  );
}

function textsOf(element: MessageFormatElement): readonly string[] {
  switch (element.type) {
    case TYPE.literal:
      return [element.value];
    case TYPE.pound:
      return ['7'];
    case TYPE.select:
    case TYPE.plural:
      return Object.values(element.options).flatMap(({ value }) => spelled(value));
    case TYPE.argument:
    case TYPE.number:
    case TYPE.date:
    case TYPE.time:
    case TYPE.tag:
      return ['X'];
  }
}

/** Plural forms of each plural in a message, and the choices of each select, as `count: one other`, in order. */
export function choicesOf(message: string, of: 'plural' | 'select'): readonly string[] {
  const type = of === 'plural' ? TYPE.plural : TYPE.select;
  const walk = (elements: readonly MessageFormatElement[]): readonly string[] =>
    elements.flatMap((element) => {
      if (element.type !== TYPE.select && element.type !== TYPE.plural) return [];
      const inner = Object.values(element.options).flatMap(({ value }) => walk(value));
      const forms = Object.keys(element.options).filter((form) => !form.startsWith('='));
      return element.type === type ? [`${element.value}: ${forms.sort().join(' ')}`, ...inner] : inner;
    });
  return walk(parse(message, { ignoreTag: true }));
}
