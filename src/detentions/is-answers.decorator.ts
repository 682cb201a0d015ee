import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { ValidateBy } from 'class-validator';
import { isCode } from '../vocabularies/public.js';

/** An object of `yes` and `no` by code of vocabularies/circumstances. */
export const IsAnswers = (): PropertyDecorator =>
  applyDecorators(
    ValidateBy({ name: 'isAnswers', validator: { validate: isAnswers } }),
    ApiProperty({ type: 'object', additionalProperties: { type: 'string', enum: ['yes', 'no'] }, nullable: true }),
  );

const isAnswers = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.entries(value).every(([fact, answer]) => isCode('circumstances', fact) && (answer === 'yes' || answer === 'no'));
