import * as z from 'zod';

const eventContext = z.object({
  requestContext: z.object({ requestId: z.string().regex(/^[A-Za-z0-9-]{1,64}$/) }),
});

/** The id the front door gave a request, from what the event adapter hands over; `undefined` without one. */
export function requestIdOf(handedOver: unknown): string | undefined {
  const parsed = eventContext.safeParse(handedOver);
  return parsed.success ? parsed.data.requestContext.requestId : undefined;
}
