import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { Problem, type FieldFault } from '../errors/public.js';

/**
 * The one pipe at the door. Unknown members are refused rather than dropped: a client that sends `createdBy` is wrong
 * or hostile. Messages carry field names and codes only, never the value.
 */
export const inputPipe = (): ValidationPipe =>
  new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    stopAtFirstError: true,
    validationError: { target: false, value: false },
    exceptionFactory: (errors) => Problem.invalid(faultsOf(errors)),
  });

/** Nested errors flattened to dotted field names. */
export function faultsOf(errors: readonly ValidationError[], above = ''): FieldFault[] {
  return errors.flatMap((error) => {
    const field = above ? `${above}.${error.property}` : error.property;
    const own = Object.keys(error.constraints ?? {}).map((rule) => ({ field, code: `input.${rule}` }));
    return [...own, ...faultsOf(error.children ?? [], field)];
  });
}
