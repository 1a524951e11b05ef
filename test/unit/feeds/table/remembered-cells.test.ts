import { describe, expect, it } from 'vitest';
import { rememberedCells } from '../../../../shared/feeds/table/remembered-cells.ts';

/** The length of a text, found by a function that counts how often it is asked. */
function counted() {
  let asked = 0;
  const find = rememberedCells((text) => {
    asked += 1;
    return text.length;
  });
  return { find, asked: () => asked };
}

const texts = (count: number) => Array.from({ length: count }, (_, index) => `Text ${String(index)}`);

describe('a remembered function of a cell', () => {
  it('is asked once for texts that repeat', () => {
    const { find, asked } = counted();
    const twice = [...texts(10), ...texts(10)];
    expect(twice.map(find)).toEqual(twice.map((text) => text.length));
    expect(asked()).toBe(10);
  });

  it('remembers on where texts repeat, however many there are', () => {
    const { find, asked } = counted();
    for (const text of texts(3000)) for (let time = 0; time < 3; time += 1) find(text);
    expect(asked()).toBe(3000);
  });

  it('keeps nothing any more where texts do not repeat, and stays right', () => {
    const { find, asked } = counted();
    for (const text of texts(3000)) expect(find(text)).toBe(text.length);
    find('Text 2999');
    expect(asked()).toBe(3001);
  });
});
