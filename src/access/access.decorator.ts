import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import type { Permission } from './permissions.js';

/** What a route asks for beside its permission. */
export interface Care {
  /** Show once more that it is you. */
  readonly confirm?: true;
  /** Content about people leaves as a file: not from a browser nobody knows. */
  readonly leaves?: true;
}

export type AccessRule = ({ readonly permission: Permission } & Care) | { readonly open: string };

export const ACCESS_RULE = 'habeas:access';

/** The one permission a route asks for. A route without @Access or @Open keeps the application from starting. */
export const Access = (permission: Permission, care: Care = {}): MethodDecorator =>
  applyDecorators(SetMetadata(ACCESS_RULE, { permission, ...care } satisfies AccessRule), ApiExtension('x-permission', permission));

/** A route for people who are not signed in; `why` says what makes that safe. */
export const Open = (why: string): MethodDecorator =>
  applyDecorators(SetMetadata(ACCESS_RULE, { open: why } satisfies AccessRule), ApiExtension('x-permission', null));
