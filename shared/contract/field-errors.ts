import type * as z from 'zod';
import { isFieldCode, type FieldCode } from './field-codes.ts';
import { LIMITS } from './limits.ts';
import { nearestName } from './nearest-name.ts';
import { rangeOf, type NumberRange } from './number-range.ts';

/**
 * One fault of a request: where (JSON Pointer, RFC 6901; `` is the whole body) and what. `meant` is the documented name
 * that an unknown field comes closest to, `allowed` the range of a number that lies outside. Nothing in it was submitted: pointers hold documented names and indexes only.
 */
export type FieldError = {
  readonly pointer: string;
  readonly code: FieldCode;
  readonly meant?: string;
  readonly allowed?: NumberRange;
};

type Issue = z.core.$ZodIssue;

/** A path of names and indexes as JSON Pointer. */
export function pointerOf(path: readonly PropertyKey[]): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

function isAbsent(submitted: unknown, path: readonly PropertyKey[]): boolean {
  let value = submitted;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return true;
    const found = Object.entries(value).find(([name]) => name === String(step));
    if (found === undefined) return true;
    const next: unknown = found[1];
    value = next;
  }
  return value === undefined;
}

function codeOfSize(origin: string, less: boolean): FieldCode {
  if (origin === 'array') return less ? 'too-few' : 'too-many';
  return origin === 'string' && !less ? 'too-long' : 'out-of-range';
}

function codeOf(issue: Issue, submitted: unknown): FieldCode {
  switch (issue.code) {
    case 'invalid_type':
      return isAbsent(submitted, issue.path) ? 'required' : 'wrong-type';
    case 'unrecognized_keys':
      return 'unknown-field';
    case 'too_big':
      return codeOfSize(issue.origin, false);
    case 'too_small':
      return codeOfSize(issue.origin, true);
    case 'invalid_value':
      return isAbsent(submitted, issue.path) ? 'required' : 'not-one-of';
    case 'custom': {
      // Schemas of the contract name the code beside the issue, those of the domain in its message.
      const code: unknown = issue.params?.['code'] ?? issue.message;
      return isFieldCode(code) ? code : 'wrong-type';
    }
    case 'invalid_union':
    case 'invalid_format':
    case 'invalid_key':
    case 'invalid_element':
    case 'not_multiple_of':
      return 'wrong-type';
  }
}

function errorsOf(issue: Issue, submitted: unknown): readonly FieldError[] {
  const pointer = pointerOf(issue.path);
  if (issue.code !== 'unrecognized_keys') {
    const code = codeOf(issue, submitted);
    const allowed = code === 'out-of-range' ? rangeOf(issue) : undefined;
    return [{ pointer, code, ...(allowed && { allowed }) }];
  }
  return issue.keys.map((key) => {
    const meant = nearestName(key);
    return { pointer, code: 'unknown-field', ...(meant === undefined ? {} : { meant }) };
  });
}

/** The faults found by a schema in `submitted`, in the order found, at most `LIMITS.errorsNamed`. */
export function fieldErrors(issues: readonly Issue[], submitted: unknown): readonly FieldError[] {
  return issues.flatMap((issue) => errorsOf(issue, submitted)).slice(0, LIMITS.errorsNamed);
}
