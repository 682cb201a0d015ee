import { randomBytes } from 'node:crypto';
import type { Response } from 'express';
import { cookieOf, SESSION_COOKIE, type Signed } from '../access/public.js';
import type { Settings } from '../kernel/settings/public.js';
import type { From } from './sign-in.js';

const DEVICE_COOKIE = 'habeas_device';
const STEP_COOKIE = 'habeas_step';
const OIDC_COOKIE = 'habeas_oidc';
const DAY_MS = 24 * 3600 * 1000;

const isSecure = (settings: Settings): boolean => settings.publicUrl.startsWith('https:');

/** `__Host-` binds the cookie to this very host over https; browsers refuse the prefix on plain http. */
const nameOf = (settings: Settings, name: string): string => (isSecure(settings) ? `__Host-${name}` : name);

const guarded = (settings: Settings) => ({ httpOnly: true, sameSite: 'strict', path: '/', secure: isSecure(settings) }) as const;

/** Without an age: closing the browser ends it, and the server ends it earlier. */
export function setSessionCookie(response: Response, settings: Settings, token: string): void {
  response.cookie(nameOf(settings, SESSION_COOKIE), token, guarded(settings));
  response.clearCookie(nameOf(settings, STEP_COOKIE), guarded(settings));
}

/** Takes the cookie away and everything the browser has kept of the pages. */
export function clearSessionCookie(response: Response, settings: Settings): void {
  response.clearCookie(nameOf(settings, SESSION_COOKIE), guarded(settings));
  response.setHeader('Clear-Site-Data', '"cache"');
}

/** Between password and code, or between the challenge of a passkey and its answer. */
export function setStepCookie(response: Response, settings: Settings, step: string): void {
  response.cookie(nameOf(settings, STEP_COOKIE), step, guarded(settings));
}

export const stepOf = (request: Signed): string | null => cookieOf(request, STEP_COOKIE);

/** While the browser is away at the sign-in service. Not strict: it comes back from another site. */
export function setOidcCookie(response: Response, settings: Settings, step: string): void {
  response.cookie(nameOf(settings, OIDC_COOKIE), step, { ...guarded(settings), sameSite: 'lax' });
}

export const oidcStepOf = (request: Signed): string | null => cookieOf(request, OIDC_COOKIE);

/** Where a sign-in comes from. A browser without the cookie that says it has been here is given one: it tells nothing but that. */
export function fromOf(request: Signed, response: Response, settings: Settings): From {
  const known = cookieOf(request, DEVICE_COOKIE);
  const device = known && /^[\w-]{43}$/.test(known) ? known : randomBytes(32).toString('base64url');
  response.cookie(nameOf(settings, DEVICE_COOKIE), device, { ...guarded(settings), maxAge: 400 * DAY_MS });
  return { address: request.ip ?? '', device };
}

/** The words of the sign-in page, chosen before anybody is known. */
export function setLanguageCookie(response: Response, settings: Settings, language: string): void {
  response.cookie('habeas_language', language, { ...guarded(settings), maxAge: 365 * DAY_MS });
}
