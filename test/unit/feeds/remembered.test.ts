import { describe, expect, it } from 'vitest';
import { remembered } from '../../../shared/feeds/remembered.ts';

describe('a remembered function', () => {
  it('gives the same answers, and finds each but once', () => {
    const asked: string[] = [];
    const length = remembered((text) => {
      asked.push(text);
      return { length: text.length };
    });
    expect(['a', 'bb', 'a', 'bb'].map(length)).toEqual([
      { length: 1 },
      { length: 2 },
      { length: 1 },
      { length: 2 },
    ]);
    expect(asked).toEqual(['a', 'bb']);
  });

  it('forgets when there is too much to keep, and finds again', () => {
    let found = 0;
    const answer = remembered((text) => {
      found += 1;
      return text;
    });
    for (let number = 0; number <= 1000; number += 1) answer(String(number));
    expect(answer('0')).toBe('0');
    expect(found).toBe(1002);
  });
});
