import { SetMetadata } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import { applyDecorators } from '@nestjs/common';
import type { Permission } from './permissions.js';

export type AccessRule = { readonly permission: Permission } | { readonly open: string };

export const ACCESS_RULE = 'habeas:access';

/** The one permission a route asks for. A route without @Access or @Open keeps the application from starting. */
export const Access = (permission: Permission): MethodDecorator =>
  applyDecorators(SetMetadata(ACCESS_RULE, { permission } satisfies AccessRule), ApiExtension('x-permission', permission));

/** A route for people who are not signed in; `why` says what makes that safe. */
export const Open = (why: string): MethodDecorator =>
  applyDecorators(SetMetadata(ACCESS_RULE, { open: why } satisfies AccessRule), ApiExtension('x-permission', null));
