import type * as z from 'zod';
import { failed, ok, type Result } from '../../domain/result.ts';
import { plainText } from '../plain-text.ts';
import { compiledOnUse } from '../compiled-on-use.ts';
import { serviceSchema, type Service } from './record.schema.ts';

const checkedService = compiledOnUse(serviceSchema);

/** Texts of a service as plain text, `''` where it has none. */
export type ServiceTexts = {
  readonly description: string;
  readonly requirements: string;
  readonly target: string;
  /** The description names an internship or another time at a company. */
  readonly namesPractice: boolean;
};

/** A checked service and its texts. */
export type ParsedService = { readonly service: Service; readonly texts: ServiceTexts };

const NAMES_PRACTICE =
  /\bpraktik(?:um|a|ums)\b|betriebspraktik|praxisphase|betriebliche (?:lernphase|erprobung|phase)/iu;
const DENIES_PRACTICE = /(?:ohne|kein|keine) (?:\p{L}+ )?(?:praktik|betriebspraktik|praxisphase)/iu;

/** Checks a service and turns its texts into plain ones. */
export function parseService(value: unknown): Result<ParsedService, z.ZodError> {
  const parsed = checkedService.safeParse(value);
  if (!parsed.success) return failed(parsed.error);
  const details = parsed.data.SERVICE_DETAILS;
  const target = (details?.TARGET_GROUP ?? []).map((group) => plainText(group.TARGET_GROUP_TEXT ?? ''));
  const description = plainText(details?.DESCRIPTION_LONG ?? '');
  return ok({
    service: parsed.data,
    texts: {
      description,
      namesPractice: NAMES_PRACTICE.test(description) && !DENIES_PRACTICE.test(description),
      requirements: plainText(details?.REQUIREMENTS ?? ''),
      target: target.join('\n').trim(),
    },
  });
}

/** The texts of a date, each taken from its offer where it has none. */
export function inheritTexts(date: ServiceTexts, offer: ServiceTexts): ServiceTexts {
  return {
    description: date.description === '' ? offer.description : date.description,
    namesPractice: date.description === '' ? offer.namesPractice : date.namesPractice,
    requirements: date.requirements === '' ? offer.requirements : date.requirements,
    target: date.target === '' ? offer.target : date.target,
  };
}

/**
 * The same function with its last answers kept as long as the objects they are about live: the header and the offer of many
 * dates are looked at once.
 */
export function onceForEach<Answer>(look: (value: unknown) => Answer): (value: unknown) => Answer {
  const known = new WeakMap<object, Answer>();
  return (value) => {
    if (typeof value !== 'object' || value === null) return look(value);
    const answer = known.get(value) ?? look(value);
    known.set(value, answer);
    return answer;
  };
}
