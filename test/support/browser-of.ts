import type { TestApp } from './app.js';
import type { Answer } from './client.js';

/** A browser without a window: keeps cookies between requests and sends the secret of its session with forms. */
export class PlainBrowser {
  private readonly cookies = new Map<string, string>();

  constructor(private readonly habeas: TestApp) {}

  page(path: string): Promise<Answer<string>> {
    return this.send('GET', path, undefined, { Accept: 'text/html' });
  }

  /** Posts a form from a page that is opened first, as a person would. */
  async form(path: string, fields: Record<string, string>, from: string = path): Promise<Answer<string>> {
    const { text } = await this.page(from);
    const csrf = /name="_csrf" value="([^"]*)"/.exec(text)?.[1] ?? '';
    const headers = { Accept: 'text/html', 'Content-Type': 'application/x-www-form-urlencoded', 'Sec-Fetch-Site': 'same-origin', Referer: this.habeas.url + from };
    return this.send('POST', path, new URLSearchParams({ ...(csrf ? { _csrf: csrf } : {}), ...fields }).toString(), headers);
  }

  /** The cookie of this name, and a way to plant one. */
  cookie(name: string, value?: string): string | undefined {
    if (value !== undefined) this.cookies.set(name, value);
    return this.cookies.get(name);
  }

  async send<T = string>(method: string, path: string, body?: string, headers: Record<string, string> = {}): Promise<Answer<T>> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const init = { method, redirect: 'manual' as const, headers: { Cookie: cookie, ...headers }, ...(body === undefined ? {} : { body }) };
    const response = await fetch(this.habeas.url + path, init);
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    const text = await response.text();
    const isJson = (response.headers.get('content-type') ?? '').includes('json');
    return { status: response.status, headers: response.headers, text, body: (isJson && text ? JSON.parse(text) : text) as T };
  }
}
