import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { Problem } from '../../kernel/errors/public.js';
import { faultsOf } from '../../kernel/http/public.js';

/** What a browser form carries: text, or several texts under one name. */
export type FormBody = Readonly<Record<string, string | string[] | undefined>>;

/**
 * Checks what a page has gathered from its form with the same input class as the API.
 * @throws Problem `input.invalid` (400) with the fields at fault.
 */
export function readForm<T extends object>(input: new () => T, values: object): T {
  const made = plainToInstance(input, values, { exposeDefaultValues: true });
  const errors = validateSync(made, {
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    stopAtFirstError: true,
    validationError: { target: false, value: false },
  });
  if (errors.length > 0) throw Problem.invalid(faultsOf(errors));
  return made;
}

/** One text of a form, trimmed; undefined when it was left empty. */
export function textOf(form: FormBody, name: string): string | undefined {
  const value = form[name];
  const text = (Array.isArray(value) ? value[0] : value)?.trim();
  return text ? text : undefined;
}

/** As `textOf`, for a form that corrects: an emptied field is taken away, a field that was not shown stays. */
export function correctedText(form: FormBody, name: string): string | null | undefined {
  return form[name] === undefined ? undefined : (textOf(form, name) ?? null);
}

/** All texts under one name, as check boxes give them. */
export function textsOf(form: FormBody, name: string): string[] {
  const value = form[name] ?? [];
  return (Array.isArray(value) ? value : [value])
    .flatMap((text) => text.split(',')) // as a conflict page sends them: several codes in one text
    .map((text) => text.trim())
    .filter(Boolean);
}

/** A text area with one thing a line. */
export const linesOf = (form: FormBody, name: string): string[] =>
  (textOf(form, name) ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** The faults of a problem for a form: one that belongs to no field is shown above it all the same. */
export const faultsShown = (problem: Problem): readonly { field: string; code: string; params?: Readonly<Record<string, string | number>> }[] =>
  problem.detail.fields ?? [{ field: 'form', code: problem.code, ...(problem.detail.params ? { params: problem.detail.params } : {}) }];
