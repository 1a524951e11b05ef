import * as z from 'zod';

const texts = z.record(z.string(), z.string().nullish()).nullish();
const textLists = z.record(z.string(), z.array(z.string()).nullish()).nullish();

/**
 * What is read of an API Gateway REST API proxy event (payload 1.0). `authorizer` is what our own authorizer said of the
 * caller. The caller's address, the stage and all else of the request context stay unread.
 */
export const restEvent = z.object({
  httpMethod: z.string(),
  path: z.string(),
  headers: texts,
  multiValueHeaders: textLists,
  queryStringParameters: texts,
  multiValueQueryStringParameters: textLists,
  body: z.string().nullish(),
  isBase64Encoded: z.boolean().default(false),
  requestContext: z.object({
    requestId: z.string(),
    authorizer: z.record(z.string(), z.unknown()).nullish(),
  }),
});

/** An event as the front door sends it. */
export type RestEvent = z.input<typeof restEvent>;
/** A checked event. */
export type ParsedRestEvent = z.output<typeof restEvent>;

const HEADER_NAME = /^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/;

/** Headers by name, the lists first; those the web's own types would refuse with their content in the message are left out. */
export function headersOf({ headers, multiValueHeaders }: ParsedRestEvent): Record<string, string[]> {
  const kept: Record<string, string[]> = {};
  const lists = Object.entries(multiValueHeaders ?? {});
  const singles = Object.entries(headers ?? {}).map(([name, value]): [string, string[]] => [
    name,
    typeof value === 'string' ? [value] : [],
  ]);
  for (const [name, values] of [...lists, ...singles]) {
    const lower = name.toLowerCase();
    const good = (values ?? []).filter((value) => !/[\0\r\n]/.test(value));
    if (HEADER_NAME.test(name) && good.length > 0 && !Object.hasOwn(kept, lower)) kept[lower] = good;
  }
  return kept;
}

/** Query parameters by name, the lists where there are any. */
export function queryOf(event: ParsedRestEvent): Record<string, string[]> {
  const lists = Object.entries(event.multiValueQueryStringParameters ?? {});
  if (lists.length > 0) return Object.fromEntries(lists.map(([name, values]) => [name, values ?? []]));
  const singles = Object.entries(event.queryStringParameters ?? {});
  return Object.fromEntries(singles.map(([name, value]) => [name, typeof value === 'string' ? [value] : []]));
}
