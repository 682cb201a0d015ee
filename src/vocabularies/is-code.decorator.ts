import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { ValidateBy } from 'class-validator';
import { isCode } from './vocabulary.js';

/** The value (or each of an array) is a code of this list. */
export const IsCode = (list: string, options: { each?: boolean } = {}): PropertyDecorator =>
  applyDecorators(
    ValidateBy({ name: 'isCode', constraints: [list], validator: { validate: (value) => isCode(list, value) } }, options),
    ApiProperty({ description: `Code of the vocabulary ${list}`, type: String, isArray: options.each ?? false }),
  );
