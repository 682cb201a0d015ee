import { ValidateIf } from 'class-validator';

/** May be left out (nothing is said) or null (said to be unknown, or taken away); anything else is checked. */
export const Given = (): PropertyDecorator => ValidateIf((_, value) => value !== undefined && value !== null);
