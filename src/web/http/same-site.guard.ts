import { timingSafeEqual } from 'node:crypto';
import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { Signed } from '../../access/public.js';
import { Problem } from '../../kernel/errors/public.js';
import { SETTINGS } from '../../kernel/kernel.module.js';
import type { Settings } from '../../kernel/settings/public.js';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/** A change must come from our own pages: by the browser's word (Sec-Fetch-Site, Origin) and by a secret in the form. */
@Injectable()
export class SameSiteGuard implements CanActivate {
  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<Signed>();
    if (safe.has(request.method)) return true;
    const site = request.headers['sec-fetch-site'];
    if (site !== undefined && site !== 'same-origin' && site !== 'none') throw foreign();
    const origin = request.headers.origin;
    if (origin !== undefined && !this.isOurs(origin, request)) throw foreign();
    if (request.csrf && !request.path.startsWith('/api/') && !carriesSecret(request, request.csrf)) throw foreign();
    return true;
  }

  private isOurs(origin: string, request: Signed): boolean {
    return origin === this.settings.publicUrl || origin === `${request.protocol}://${request.headers.host ?? ''}`;
  }
}

const foreign = (): Problem => new Problem('request.from_elsewhere', { status: 403 });

function carriesSecret(request: Signed, secret: string): boolean {
  const body = request.body as { _csrf?: unknown } | undefined;
  const given = request.headers['x-csrf-token'] ?? body?._csrf;
  if (typeof given !== 'string' || given.length !== secret.length) return false;
  return timingSafeEqual(Buffer.from(given), Buffer.from(secret));
}
