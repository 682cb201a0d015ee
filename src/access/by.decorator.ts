import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Actor } from '../kernel/actor/public.js';
import { Problem } from '../kernel/errors/public.js';
import type { Signed } from './guard.js';

/** The actor of a guarded route. */
export const By = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<Signed>();
  if (!actor) throw new Problem('session.missing', { status: 401 });
  return actor;
});

/** The version an editor started from, out of `If-Match: "3"` (or the form's `_version`). */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number => {
  const request = context.switchToHttp().getRequest<Signed>();
  const header = request.headers['if-match'];
  const text = header ?? (request.body as { _version?: unknown } | undefined)?._version;
  if (text === undefined) throw new Problem('version.missing', { status: 428 });
  const match = typeof text === 'string' ? /^"?(\d{1,9})"?$/.exec(text) : null;
  if (!match) throw new Problem('version.malformed', { status: 400 });
  return Number(match[1]);
});
