import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { axeViolations, inPage, openBrowser, screenshot, started } from './browser.js';

const html = (body: string): string =>
  `<!doctype html><html lang="kk"><head><meta charset="utf-8"><title>Қамау</title></head><body><main><h1>Әділдік, Ұлт, Һ</h1>${body}</main></body></html>`;

describe('the browser that the tests drive', () => {
  let browser: Browser;
  let server: Server;
  let address: string;

  beforeAll(async () => {
    server = createServer((request, response) => {
      response.setHeader('content-security-policy', "default-src 'none'; script-src 'self'; style-src 'self'");
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(html(request.url === '/bad' ? '<img src="data:,"><input>' : '<p>ok</p>'));
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    browser = await openBrowser();
  });

  afterAll(async () => {
    await browser.close();
    server.close();
  });

  it('is started again where the system ended it at its start, and not where it could not start', async () => {
    let starts = 0;
    const dying = (reason: string) => () => Promise.reject(new Error(`launch: closed, call ${String(++starts)}\n${reason}`));
    await expect(started(dying('<process did exit: exitCode=null, signal=SIGSEGV>'))).rejects.toThrow('call 3');
    await expect(started(dying('<process did exit: exitCode=127, signal=null>'))).rejects.toThrow('call 4');
    const living = dying('<process did exit: exitCode=null, signal=SIGSEGV>');
    expect(await started(() => (starts < 6 ? living() : Promise.resolve('open')))).toBe('open');
  });

  it('finds nothing on a sound page and names what a poor one lacks, under a strict content policy', async () => {
    const page = await browser.newPage();
    await page.goto(`${address}/good`);
    expect(await axeViolations(page)).toEqual([]);
    await page.goto(`${address}/bad`);
    expect((await axeViolations(page)).map(({ rule }) => rule).sort()).toEqual(['image-alt', 'label']);
  });

  it('checks a page whose scripts are switched off', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${address}/bad`);
    expect((await axeViolations(page)).map(({ rule }) => rule).sort()).toEqual(['image-alt', 'label']);
    await context.close();
  });

  it('reads the page and keeps a picture of it', async () => {
    const page = await browser.newPage();
    await page.goto(address);
    expect(await inPage(page, 'document.title')).toBe('Қамау');
    expect(existsSync(await screenshot(page, 'browser self-check'))).toBe(true);
  });
});
