import { describe, expect, it } from '@jest/globals';
import { BarePage, DataTable, FormPost, Page, PageHead, ProblemPage, renderPage, SignInPage, stranger, TextField, type Viewer } from './public.js';

const caseworker: Viewer = {
  language: 'en',
  role: 'caseworker',
  name: 'a.caseworker',
  permissions: new Set(['own.use', 'individual.read', 'detention.read', 'detention.record']),
  csrf: 'secret-of-the-session',
  path: '/detentions?status=held_confirmed',
};

const page = (viewer: Viewer = caseworker): string =>
  renderPage(
    <Page viewer={viewer} title="Detentions" current="detentions" breadcrumb={[{ href: '/', text: 'Home' }]} flash="Saved.">
      <PageHead title="<script>alert(1)</script>" />
      <DataTable caption="Detentions" columns={[{ key: 'a', head: 'Who', cell: (row: string) => row }]} rows={['Гүлнар']} rowKey={(row) => row} />
      <FormPost action="/detentions" version={3} faults={[{ field: 'who', code: 'input.isNotEmpty' }]}>
        <TextField name="who" label="Who" />
      </FormPost>
    </Page>,
  );

describe('a page', () => {
  it('is a whole document in the viewer’s language, with one heading', () => {
    const html = page();
    expect(html).toMatch(/^<!doctype html><html lang="en"/);
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html).toContain('<title>Detentions · Habeas</title>');
    expect(page({ ...caseworker, language: 'kk' })).toContain('Ұстаулар');
  });

  it('holds nothing that the content policy would refuse: no script and no style of its own', () => {
    for (const html of [page(), renderPage(<SignInPage language="ru" heading="Вход">…</SignInPage>)]) {
      expect(html).not.toMatch(/<style|\sstyle=|\son\w+=|javascript:|href="data:/i);
      expect(html.match(/<script[^>]*>[^<]*<\/script>/g)).toEqual([expect.stringMatching(/^<script src="\/assets\/enhance[^"]*\.js" defer><\/script>$/)]);
    }
  });

  it('shows text as text, whatever it looks like', () => {
    expect(page()).toContain('&lt;script>alert(1)');
  });

  it('offers only the sections the viewer may open', () => {
    const html = page();
    expect(html).toContain('href="/detentions" aria-current="page"');
    expect(html).not.toContain('href="/audit"');
  });

  it('carries the session’s secret in every form that changes something', () => {
    const posts = page().split('<form').filter((form) => /method="post"/.test(form));
    expect(posts.length).toBeGreaterThan(3);
    for (const form of posts) expect(form).toContain('name="_csrf" value="secret-of-the-session"');
  });

  it('names a fault above the form and at the field', () => {
    const html = page();
    expect(html).toContain('<a href="#f-who">Who: This is needed.</a>');
    expect(html).toContain('aria-invalid="true"');
    expect(html).toContain('name="_version" value="3"');
  });

  it('says nothing about the product in the tab of the sign-in page', () => {
    const html = renderPage(<SignInPage language="en" heading="Sign in">…</SignInPage>);
    expect(html).toContain('<title>Sign in</title>');
    expect(html).not.toMatch(/habeas|detention/i);
  });

  it('shows a refusal with its code', () => {
    expect(renderPage(<ProblemPage language="en" code="not_found" text="Nothing." />)).toContain('<code>not_found</code>');
    expect(renderPage(<BarePage viewer={stranger('en')} title="T">x</BarePage>)).toContain('<main id="main">x</main>');
  });
});
