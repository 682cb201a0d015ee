import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { browserBinary } from './browser-binary.js';

const results = resolve(import.meta.dirname, '../../test-results');
export const browserFlags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A real Chromium; close it in `afterAll`. Scripts off: `browser.newContext({ javaScriptEnabled: false })`. */
export async function openBrowser(): Promise<Browser> {
  const { executablePath, env } = await browserBinary();
  return started(() => chromium.launch({ executablePath, args: browserFlags, env: { ...definedOnly(process.env), ...env }, chromiumSandbox: false }));
}

/**
 * Starts Chromium anew, twice at most, where the system ended it before it had opened anything (seen once in some
 * hundred starts on a busy machine, by SIGSEGV). Nothing of ours has run by then, so nothing of ours is hidden by it.
 */
export async function started<T>(start: () => Promise<T>, left = 2): Promise<T> {
  try {
    return await start();
  } catch (error) {
    if (left === 0 || !/process did exit: exitCode=null, signal=SIG/.test(String(error))) throw error;
    process.stderr.write('Chromium was ended while it started; it is started again.\n');
    return started(start, left - 1);
  }
}

/** One rule of axe that a page breaks, and the elements that break it. */
export interface AxeViolation {
  readonly rule: string;
  readonly impact: string;
  readonly help: string;
  readonly where: readonly string[];
}

/**
 * Checks the page as it stands now against WCAG 2.0 to 2.2 A and AA and the best practices of axe.
 * Of a page whose scripts are switched off it checks a copy, because axe waits on timers and those stand still there.
 * @param colours whether contrasts are measured, which takes longer than all the rest
 */
export async function axeViolations(page: Page, colours = true): Promise<AxeViolation[]> {
  if (await inPage<boolean>(page, `matchMedia('(scripting: none)').matches`)) return violationsOfCopy(page);
  axe ??= readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  if (!(await inPage<boolean>(page, `'axe' in window`))) await inPage(page, `${axe}; undefined`);
  return inPage<AxeViolation[]>(page, question(colours));
}

const question = (colours: boolean): string => `axe.run(document, { resultTypes: ['violations'], rules: { 'color-contrast': { enabled: ${colours} } } }).then(({ violations }) => violations.map(({ id, impact, help, nodes }) =>
  ({ rule: id, impact: String(impact), help, where: nodes.map((node) => node.target.join(' ') + ': ' + node.failureSummary) })))`;

async function violationsOfCopy(page: Page): Promise<AxeViolation[]> {
  const dark = await inPage<boolean>(page, `matchMedia('(prefers-color-scheme: dark)').matches`);
  const html = (await page.content()).replace(/<script\b[^>]*>.*?<\/script>/gis, '').replace(/<\/?noscript[^>]*>/gi, '');
  const context = await page.context().browser()?.newContext({ viewport: page.viewportSize(), colorScheme: dark ? 'dark' : 'light' });
  if (!context) throw new Error('The page has lost its browser.');
  try {
    const copy = await context.newPage();
    await copy.setContent(html.replace(/<head[^>]*>/i, (head) => `${head}<base href="${page.url()}">`), { waitUntil: 'load' });
    return await axeViolations(copy);
  } finally {
    await context.close();
  }
}

/**
 * The value of an expression inside the page. It goes through the debugger, so that the page's content policy
 * neither stops it nor has to be loosened for it.
 */
export async function inPage<T>(page: Page, expression: string): Promise<T> {
  const session = await page.context().newCDPSession(page);
  try {
    const answer = await session.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
    if (answer.exceptionDetails) {
      throw new Error(answer.exceptionDetails.exception?.description ?? answer.exceptionDetails.text);
    }
    return answer.result.value as T;
  } finally {
    await session.detach();
  }
}

/** Saves the whole page as test-results/NAME.png and gives the path. */
export async function screenshot(page: Page, name: string): Promise<string> {
  mkdirSync(results, { recursive: true });
  const path = join(results, `${name.replace(/[^a-z0-9-]+/gi, '-')}.png`);
  await page.screenshot({ path, fullPage: true });
  return path;
}

let axe: string | undefined;

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(env).filter((pair): pair is [string, string] => pair[1] !== undefined));
}
