/** A whole or decimal number, with comma or point; what is none stays text, so that the schema refuses it. */
export function readNumber(text: string): number | string | undefined {
  if (text === '') return undefined;
  return /^-?\d{1,9}([.,]\d{1,4})?$/.test(text) ? Number(text.replace(',', '.')) : text;
}

/** Euros such as `149,50` as cents; what is no amount stays text. */
export function readCents(text: string): number | string | undefined {
  const euros = readNumber(text.replace(/\s*(€|EUR|Euro)$/i, ''));
  return typeof euros === 'number' ? Math.round(euros * 100) : euros;
}

/** `7`, `7:30`, `7.30`, `0730`, `7:30 Uhr` as `07:30`; what is none stays as typed. */
export function readClock(text: string): string | undefined {
  if (text === '') return undefined;
  const bare = text.replace(/\s*(Uhr|h)$/i, '');
  const parts = /^(\d{1,2})(?:[:.](\d{2}))?$/.exec(bare) ?? /^(\d{1,2})(\d{2})$/.exec(bare);
  if (parts === null) return text;
  const [, hours = '', minutes = '00'] = parts;
  return `${hours.padStart(2, '0')}:${minutes}`;
}

/** `1.8.2027` as `2027-08-01`; `2027-08-01` and what is no date stay as typed. */
export function readDate(text: string): string | undefined {
  if (text === '') return undefined;
  const parts = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(text);
  if (parts === null) return text;
  const [, day = '', month = '', year = ''] = parts;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** `yes` and `no` of a list of three answers; nothing = not said. */
export function readYesNo(text: string): boolean | string | undefined {
  if (text === '') return undefined;
  return text === 'yes' ? true : text === 'no' ? false : text;
}
