import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import express, { urlencoded, type ErrorRequestHandler, type Request, type RequestHandler, type Response } from 'express';
import { cookieOf, SESSION_COOKIE, type Signed } from '../../access/public.js';
import type { Language } from '../../kernel/actor/public.js';
import { Problem } from '../../kernel/errors/public.js';
import { problemBody } from '../../kernel/http/public.js';
import type { Settings } from '../../kernel/settings/public.js';
import { clearSessionCookie, setLanguageCookie } from '../../staff/public.js';
import { assets, guardHeaders, languageOf, readQuery } from '../http/public.js';
import { ProblemPage, renderPage } from '../parts/public.js';
import { languages, wordsFor } from '../words/words.js';
import type { Entry, SealedDoor, Way } from './sealed-door.js';
import { UnlockPage } from './unlock.page.js';

/**
 * All that a locked server answers: the page its operators unlock it at, with its styles. Everything else is 423, whoever asks
 * and with whatever cookie or token. It knows no database and no key.
 */
export function sealedSite(settings: Settings, door: SealedDoor): RequestListener {
  const site = express();
  site.set('trust proxy', settings.trustedProxies.length > 0 ? [...settings.trustedProxies] : false);
  site.disable('x-powered-by');
  site.set('etag', false);
  site.set('query parser', readQuery);
  site.use(guardHeaders(settings));
  site.use('/assets', assets());
  site.get('/unlock', (request, response) => show(request, response, settings, door));
  site.post('/unlock', fromHere, urlencoded({ extended: false, limit: '8kb', parameterLimit: 10 }), (request, response, next) => {
    enter(request, response, door).catch(next);
  });
  site.use((request, response) => refuse(request, response, settings));
  site.use(lastDoor);
  return (request: IncomingMessage, response: ServerResponse) => void site(request, response);
}

/** A page elsewhere must not use up the tries of the operators. */
const fromHere: RequestHandler = (request, _response, next) => {
  const site = request.headers['sec-fetch-site'];
  next(site === undefined || site === 'same-origin' || site === 'none' ? undefined : new Problem('request.from_elsewhere', { status: 403 }));
};

function show(request: Request, response: Response, settings: Settings, door: SealedDoor): void {
  const chosen = languages.find((language) => language === request.query.language);
  if (chosen) setLanguageCookie(response, settings, chosen);
  response.type('html').send(renderPage(<UnlockPage language={chosen ?? languageOf(request)} state={door.state()} />));
}

async function enter(request: Request, response: Response, door: SealedDoor): Promise<void> {
  const language = languageOf(request);
  try {
    const answer = await door.enter(entryOf(request.body as Record<string, unknown>), request.ip ?? '');
    response.redirect(303, answer === 'open' ? '/sign-in' : '/unlock');
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    for (const [name, value] of Object.entries(error.detail.headers ?? {})) response.setHeader(name, value);
    const refused = sentence(error, language);
    response.status(error.status).type('html').send(renderPage(<UnlockPage language={language} state={door.state()} refused={refused} />));
  }
}

const ways: readonly Way[] = ['passphrase', 'recovery', 'shares'];

function entryOf(form: Record<string, unknown> = {}): Entry {
  const way = ways.find((one) => one === form.way);
  const said = (name: string): string => (typeof form[name] === 'string' ? form[name] : '');
  if (!way || said(way).trim() === '') throw new Problem('unlock.nothing', { status: 400 });
  return { way, text: said(way), passphrase: said('share_passphrase') || null };
}

function refuse(request: Request, response: Response, settings: Settings): void {
  const language = languageOf(request);
  const sealed = new Problem('instance.sealed', { status: 423 });
  if (cookieOf(request as Signed, SESSION_COOKIE)) clearSessionCookie(response, settings);
  answer(request, response, sealed, language);
}

function answer(request: Request, response: Response, problem: Problem, language: Language): void {
  const text = sentence(problem, language);
  response.status(problem.status);
  const wantsPage = !request.path.startsWith('/api/') && (request.headers.accept ?? '').includes('text/html');
  if (wantsPage) response.type('html').send(renderPage(<ProblemPage language={language} code={problem.code} text={text} way={{ href: '/unlock', text: wordsFor(language).say('lock.to_unlock') }} />));
  else response.type('application/problem+json').send(JSON.stringify(problemBody(problem, text)));
}

const sentence = (problem: Problem, language: Language): string => {
  const key = problem.code === 'session.too_many_tries' ? 'lock.too_many' : `problems.${problem.code}`;
  return wordsFor(language).say(key, problem.detail.params);
};

/** Four arguments: that is how Express knows it. Nothing of the inside leaves. */
const lastDoor: ErrorRequestHandler = (error: unknown, request, response, _next) => {
  const status = (error as { status?: number }).status === 413 ? 413 : 400;
  const problem = error instanceof Problem ? error : new Problem(status === 413 ? 'body.too_large' : 'body.unreadable', { status });
  if (!response.headersSent) answer(request, response, problem, languageOf(request));
};
