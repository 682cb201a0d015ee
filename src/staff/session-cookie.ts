import type { Response } from 'express';
import { SESSION_COOKIE } from '../access/public.js';
import type { Settings } from '../kernel/settings/public.js';

const isSecure = (settings: Settings): boolean => settings.publicUrl.startsWith('https:');

/** `__Host-` binds the cookie to this very host over https; browsers refuse the prefix on plain http. */
const nameOf = (settings: Settings): string => (isSecure(settings) ? `__Host-${SESSION_COOKIE}` : SESSION_COOKIE);

/** Without an age: closing the browser ends it, and the server ends it earlier. */
export function setSessionCookie(response: Response, settings: Settings, token: string): void {
  response.cookie(nameOf(settings), token, { httpOnly: true, sameSite: 'strict', path: '/', secure: isSecure(settings) });
}

/** Takes the cookie away and everything the browser has kept of the pages. */
export function clearSessionCookie(response: Response, settings: Settings): void {
  response.clearCookie(nameOf(settings), { httpOnly: true, sameSite: 'strict', path: '/', secure: isSecure(settings) });
  response.setHeader('Clear-Site-Data', '"cache"');
}

/** The words of the sign-in page, chosen before anybody is known. */
export function setLanguageCookie(response: Response, settings: Settings, language: string): void {
  const yearMs = 365 * 24 * 3600 * 1000;
  response.cookie('habeas_language', language, { httpOnly: true, sameSite: 'strict', path: '/', secure: isSecure(settings), maxAge: yearMs });
}
