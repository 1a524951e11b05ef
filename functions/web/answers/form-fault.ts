import type { FieldCode, PartnerCode } from '../../../shared/contract/field-codes.ts';

/** What is wrong with a field: a code of the contract, or two answers of the form that exclude each other. */
export type FaultCode = Exclude<FieldCode, PartnerCode> | 'none-and-other';

/** One fault of the form. `name` is the field it is shown at; nothing of what was typed is in it. */
export type FormFault = { readonly name: string; readonly code: FaultCode };
