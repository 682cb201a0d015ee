import type { Signed } from './open-session.js';

/** An answer with what tests ask of it. */
export interface Answer<T = unknown> {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: T;
}

/** Speaks to the running application as a browser or an API client of one person would. */
export class Client {
  constructor(
    readonly url: string,
    readonly signed: Signed | null,
  ) {}

  get<T = Record<string, unknown>>(path: string): Promise<Answer<T>> {
    return this.send('GET', path);
  }

  post<T = Record<string, unknown>>(path: string, body: object, headers: Record<string, string> = {}): Promise<Answer<T>> {
    return this.send('POST', path, JSON.stringify(body), { 'Content-Type': 'application/json', ...headers });
  }

  patch<T = Record<string, unknown>>(path: string, version: number, body: object): Promise<Answer<T>> {
    return this.send('PATCH', path, JSON.stringify(body), { 'Content-Type': 'application/json', 'If-Match': `"${version}"` });
  }

  put<T = Record<string, unknown>>(path: string, body: object): Promise<Answer<T>> {
    return this.send('PUT', path, JSON.stringify(body), { 'Content-Type': 'application/json' });
  }

  delete<T = Record<string, unknown>>(path: string): Promise<Answer<T>> {
    return this.send('DELETE', path);
  }

  /** A page as the browser asks for it. */
  page(path: string): Promise<Answer<string>> {
    return this.send('GET', path, undefined, { Accept: 'text/html' });
  }

  /** A form as the browser posts it; redirects are not followed. */
  form(path: string, fields: Record<string, string>): Promise<Answer<string>> {
    const body = new URLSearchParams({ ...(this.signed ? { _csrf: this.signed.csrf } : {}), ...fields });
    return this.send('POST', path, body.toString(), {
      Accept: 'text/html',
      'Content-Type': 'application/x-www-form-urlencoded',
      'Sec-Fetch-Site': 'same-origin',
    });
  }

  async send<T>(method: string, path: string, body?: string, headers: Record<string, string> = {}): Promise<Answer<T>> {
    const cookie: Record<string, string> = this.signed ? { Cookie: `habeas_session=${this.signed.token}` } : {};
    const response = await fetch(this.url + path, {
      method,
      redirect: 'manual',
      headers: { ...cookie, ...headers },
      ...(body === undefined ? {} : { body }),
    });
    const text = await response.text();
    const isJson = (response.headers.get('content-type') ?? '').includes('json');
    return { status: response.status, headers: response.headers, text, body: (isJson && text ? JSON.parse(text) : text) as T };
  }
}
