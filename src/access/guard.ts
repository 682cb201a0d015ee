import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { Keys } from '../kernel/crypto/public.js';
import { UnitOfWork, type LedgerNote } from '../kernel/db/public.js';
import { Problem } from '../kernel/errors/public.js';
import type { Actor } from '../kernel/actor/public.js';
import { ACCESS_RULE, type AccessRule, type Care } from './access.decorator.js';
import { Identifies, type Standing } from './identifies.js';
import { newRequestId } from './request-id.js';

/** What the guard leaves on the request for the controllers. */
export interface Signed extends Request {
  actor?: Actor;
  csrf?: string;
  standing?: Standing;
  requestId?: string;
}

export const SESSION_COOKIE = 'habeas_session';

/** Lets a request through when the route says who may and the actor is one of them. Deny is the default. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly identifies: Identifies,
    private readonly work: UnitOfWork,
    private readonly keys: Keys,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Signed>();
    const rule = this.reflector.get<AccessRule | undefined>(ACCESS_RULE, context.getHandler());
    request.requestId = newRequestId();
    await this.identify(request);
    if (!rule) throw new Problem('access.refused', { status: 403 });
    if ('open' in rule) return true;
    if (!request.actor) throw new Problem('session.missing', { status: 401 });
    if (request.standing?.mustEnrol && rule.permission !== 'own.use') throw new Problem('factor.required', { status: 403 });
    if (request.actor.permissions.has(rule.permission)) return cared(rule, request);
    await this.logRefusal(request.actor, rule.permission);
    throw new Problem('access.refused', { status: 403 });
  }

  private async identify(request: Signed): Promise<void> {
    const found = await this.identifies.actorOf({
      sessionToken: cookieOf(request, SESSION_COOKIE),
      bearer: bearerOf(request),
      requestId: request.requestId ?? '',
      onceKey: onceKeyOf(request),
      bodyDigests: request.body ? this.keys.tokensEver('request body', JSON.stringify(request.body)) : [],
    });
    if (found) Object.assign(request, found);
  }

  private logRefusal(actor: Actor, permission: string): Promise<void> {
    const note: LedgerNote = { act: 'access.refused', kind: 'route', recordId: null, facts: { permission }, allowed: false };
    return this.work.log([{ ...note, actor, at: this.work.clock.now() }]);
  }
}

/** @throws Problem `token.for_people` (403), `export.new_device` (403) or `session.confirm` (401) */
function cared(rule: Care, { standing, method }: Signed): true {
  if (!standing) return true;
  if (standing.program && rule.confirm && !rule.leaves) throw new Problem('token.for_people', { status: 403 });
  if (rule.leaves && standing.exportsFrom) throw new Problem('export.new_device', { status: 403, extra: { from: standing.exportsFrom } });
  const confirmed = standing.program || (method === 'GET' ? standing.confirmedToOpen : standing.confirmedToSend);
  if (rule.confirm && !confirmed) throw new Problem('session.confirm', { status: 401 });
  return true;
}

/** Programs speak to the API only: a page has no use for a token. */
function bearerOf(request: Request): string | null {
  if (!request.path.startsWith('/api/')) return null;
  return /^Bearer ([\w-]{20,100})$/.exec(request.headers.authorization ?? '')?.[1] ?? null;
}

/** The value of one cookie; `__Host-` stands before its name when the address is https. */
export function cookieOf(request: Request, name: string): string | null {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const [key, value] = part.trim().split('=');
    if ((key === name || key === `__Host-${name}`) && value) return value;
  }
  return null;
}

function onceKeyOf(request: Request): string | null {
  const header = request.headers['idempotency-key'];
  const body = request.body as { _key?: unknown } | undefined;
  const key = typeof header === 'string' ? header : body?._key;
  if (key === undefined) return null;
  if (typeof key !== 'string' || !/^[\w-]{8,64}$/.test(key)) throw new Problem('idempotency.key_malformed', { status: 400 });
  return key;
}
