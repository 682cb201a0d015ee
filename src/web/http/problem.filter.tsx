import { Catch, HttpException, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Response } from 'express';
import type { Signed } from '../../access/public.js';
import type { Language } from '../../kernel/actor/public.js';
import { storageProblem, UnitOfWork } from '../../kernel/db/public.js';
import { Problem } from '../../kernel/errors/public.js';
import { problemBody } from '../../kernel/http/public.js';
import { GROUND, type Ground } from '../../kernel/kernel.module.js';
import { QuietLogger } from '../../kernel/log/public.js';
import { StaleRecord } from '../../kernel/record/public.js';
import { AskAgainPage, ProblemPage, renderPage } from '../parts/public.js';
import { wordsFor } from '../words/words.js';
import { languageOf } from './language.js';
import { StaleAnswer } from './stale-answer.js';

/** The last door out: every error becomes a problem with a code; nothing of its inside leaves. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log: QuietLogger;

  constructor(
    @Inject(GROUND) private readonly ground: Ground,
    private readonly stale: StaleAnswer,
    private readonly work: UnitOfWork,
  ) {
    this.log = new QuietLogger(ground.settings.logLevel);
  }

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const request = host.switchToHttp().getRequest<Signed>();
    const response = host.switchToHttp().getResponse<Response>();
    const problem = await this.problemOf(error, request);
    if (response.headersSent) return;
    const language = languageOf(request);
    for (const [name, value] of Object.entries(problem.detail.headers ?? {})) response.setHeader(name, value);
    if (isMade(problem, response)) {
      response.status(201).send({ id: String(response.getHeader('Location')).split('/').at(-1) });
      return;
    }
    response.status(problem.status);
    const text = this.sentence(problem, request, language);
    if (wantsPage(request)) this.page(response, request, problem, language, text);
    else response.type('application/problem+json').send(JSON.stringify(problemBody(problem, text)));
  }

  private async problemOf(error: unknown, request: Signed): Promise<Problem> {
    if (error instanceof Problem) return error;
    if (error instanceof StaleRecord && request.actor) return this.stale.problem(request.actor, error);
    if (error instanceof HttpException) return new Problem(codeOf(error.getStatus()), { status: error.getStatus() });
    const fault = this.ground.database.dialect.faultOf(error);
    if (fault) return storageProblem(fault);
    this.log.failure(error, request.requestId ?? null);
    return new Problem('server.failed', { status: 500 });
  }

  private page(response: Response, request: Signed, problem: Problem, language: Language, text: string): void {
    if (problem.code === 'session.missing' && request.method === 'GET') return response.redirect(303, '/sign-in');
    // Nothing was typed yet, or it was typed within the longer time that sending has: see `standingOf`.
    if (problem.code === 'session.confirm') return response.redirect(303, `/account/confirm?back=${encodeURIComponent(backOf(request))}`);
    if (problem.code === 'factor.required' && request.method === 'GET') return response.redirect(303, '/account#factors');
    const { fields: faults = [] } = problem.detail;
    if (request.method === 'GET' && faults.length > 0) {
      const page = <AskAgainPage language={language} path={request.path} query={askedOf(request)} faults={faults} code={problem.code} />;
      response.type('html').send(renderPage(page));
      return;
    }
    response.type('html').send(renderPage(<ProblemPage language={language} code={problem.code} text={text} />));
  }

  /** That nothing was saved is not said of a request that only reads, nor of one whose change was committed before the rest failed. */
  private sentence({ code, detail }: Problem, { method, actor }: Signed, language: Language): string {
    const words = wordsFor(language);
    const ending = method === 'GET' ? '.reading' : actor && this.work.hasSavedFor(actor) ? '.saved' : '';
    return words.say(words.has(`problems.${code}${ending}`) ? `problems.${code}${ending}` : `problems.${code}`, detail.params);
  }
}

/** It is made, and where it lies is in the answer already; only showing it could not be logged. To say that nothing was saved would have it made again. */
const isMade = ({ code }: Problem, response: Response): boolean => code.startsWith('storage.') && response.hasHeader('Location');

const wantsPage = (request: Signed): boolean =>
  !request.path.startsWith('/api/') && (request.headers.accept ?? '').includes('text/html');

/** What stood in the address, a text a name. */
const askedOf = ({ query }: Signed): Record<string, string> =>
  Object.fromEntries(Object.entries(query).flatMap(([name, value]) => [value].flat().flatMap((one): [string, string][] => (typeof one === 'string' ? [[name, one]] : [])).slice(0, 1)));

/** Where a form is opened from again: the page itself, or for a form that was sent the page it was on. */
function backOf(request: Signed): string {
  if (request.method === 'GET') return request.originalUrl;
  const from = request.headers.referer;
  return from && URL.canParse(from) ? new URL(from).pathname : '/';
}

const codeOf = (status: number): string => (status === 404 ? 'not_found' : status === 405 ? 'method.not_taken' : 'request.refused');
