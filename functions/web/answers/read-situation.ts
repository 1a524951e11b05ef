import { isPartnerCode } from '../../../shared/contract/field-codes.ts';
import { fieldErrors, type FieldError } from '../../../shared/contract/field-errors.ts';
import { explanationRequest } from '../../../shared/contract/match-request.ts';
import { toSituation, type PlaceLookup } from '../../../shared/contract/to-situation.ts';
import { failed, ok, type Result } from '../../../shared/domain/result.ts';
import type { Situation } from '../../../shared/domain/situation/situation.ts';
import type { Answers } from './answers.ts';
import { fieldAt } from './field-at.ts';
import type { FormFault } from './form-fault.ts';
import { toRequest } from './to-request.ts';

/** One fault per field, the first. */
function oncePerField(faults: readonly FormFault[]): readonly FormFault[] {
  return faults.filter(({ name }, index) => faults.findIndex((other) => other.name === name) === index);
}

/**
 * The situation that the answers of a form describe: the same schema and the same mapping as for the API. The failure lists
 * what is wrong by field of the form, each field once. Blank rows are to be dropped before.
 */
export function readSituation(
  answers: Answers,
  lookup: PlaceLookup,
): Result<Situation, readonly FormFault[]> {
  const { request, faults, careGroups } = toRequest(answers);
  const toFaults = (errors: readonly FieldError[]) =>
    errors.map(({ pointer, code }) => ({
      name: fieldAt(pointer, careGroups),
      code: isPartnerCode(code) ? ('wrong-type' as const) : code,
    }));
  const parsed = explanationRequest.safeParse(request);
  if (!parsed.success)
    return failed(oncePerField([...faults, ...toFaults(fieldErrors(parsed.error.issues, request))]));
  const situation = toSituation(parsed.data, lookup);
  if (!situation.ok) return failed(oncePerField([...faults, ...toFaults(situation.failure)]));
  return faults.length > 0 ? failed(oncePerField(faults)) : ok(situation.value);
}
