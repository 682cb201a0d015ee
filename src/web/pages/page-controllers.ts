import type { Type } from '@nestjs/common';

/** Every page of the product; a page that is not listed here does not exist. */
export const pageControllers: readonly Type[] = [];
