import { timingSafeEqual } from 'node:crypto';
import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Signed } from '../../access/public.js';
import { Problem } from '../../kernel/errors/public.js';
import { SETTINGS } from '../../kernel/kernel.module.js';
import type { Settings } from '../../kernel/settings/public.js';
import { TAKES_UPLOAD } from './takes-upload.decorator.js';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/** A change must come from our own pages: by the browser's word (Sec-Fetch-Site, Origin) and by a secret in the form. */
@Injectable()
export class SameSiteGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<Signed>();
    if (safe.has(request.method)) return true;
    const site = request.headers['sec-fetch-site'];
    if (site !== undefined && site !== 'same-origin' && site !== 'none') throw foreign();
    const origin = request.headers.origin;
    if (origin !== undefined && !this.isOurs(origin, request)) throw foreign();
    if (!request.csrf || request.path.startsWith('/api/') || this.checkedByReader(context, request)) return true;
    if (!carriesSecret(request, request.csrf)) throw foreign();
    return true;
  }

  /** A form with a file: `readUpload` checks the secret, because nothing has read the form yet. */
  private checkedByReader(context: ExecutionContext, request: Signed): boolean {
    if (!this.reflector.get<boolean | undefined>(TAKES_UPLOAD, context.getHandler())) return false;
    return (request.headers['content-type'] ?? '').toLowerCase().startsWith('multipart/form-data');
  }

  private isOurs(origin: string, request: Signed): boolean {
    return origin === this.settings.publicUrl || origin === `${request.protocol}://${request.headers.host ?? ''}`;
  }
}

export const foreign = (): Problem => new Problem('request.from_elsewhere', { status: 403 });

function carriesSecret(request: Signed, secret: string): boolean {
  const body = request.body as { _csrf?: unknown } | undefined;
  return isSecret(request.headers['x-csrf-token'] ?? body?._csrf, secret);
}

/** Compares in a time that tells nothing about the secret. An empty secret is none. */
export function isSecret(given: unknown, secret: string): boolean {
  if (typeof given !== 'string' || secret === '') return false;
  const [one, other] = [Buffer.from(given), Buffer.from(secret)];
  return one.length === other.length && timingSafeEqual(one, other);
}
