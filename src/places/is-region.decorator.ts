import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { ValidateBy } from 'class-validator';
import { isRegion } from './regions.js';

/** The value is the code of a region. */
export const IsRegion = (): PropertyDecorator =>
  applyDecorators(
    ValidateBy({ name: 'isRegion', validator: { validate: isRegion } }),
    ApiProperty({ description: 'Code of a region, as in /api/v1/regions', type: String, required: false }),
  );
