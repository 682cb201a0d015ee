import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { faultsOf } from '../kernel/http/public.js';
import type { RowCells } from './row-cells.js';

/** Checks a row's input by the same rules as the API's: what is too long or holds unwanted signs becomes a remark. */
export function checkInput<T extends object>(input: new () => T, values: object, cells: RowCells): void {
  if (cells.remarks.refused) return;
  const made = plainToInstance(input, structuredClone(values), { exposeDefaultValues: true });
  const errors = validateSync(made, { stopAtFirstError: true, validationError: { target: false, value: false } });
  for (const { field, code } of faultsOf(errors)) {
    const known = code === 'input.maxLength' ? 'too_long' : code === 'input.cleanText' ? 'unwanted_signs' : 'not_taken';
    const own = field.split('.')[0] ?? field;
    cells.remarks.error(known, cells.columnName(own === 'names' ? 'name' : own));
  }
}
