import type { ComponentChildren } from 'preact';
import type { Language } from '../../kernel/actor/public.js';
import { wordsFor } from '../words/words.js';
import { Document } from './document.js';
import { LanguageForm } from './language-form.js';
import { stranger, type Viewer } from './viewer.js';

interface BarePageProps {
  readonly viewer: Viewer;
  readonly title: string;
  readonly children: ComponentChildren;
}

/** A page without header and sections. */
export const BarePage = ({ viewer, title, children }: BarePageProps) => (
  <Document viewer={viewer} title={title} bodyClass="bare">
    <main id="main">{children}</main>
  </Document>
);

interface SignInPageProps {
  readonly language: Language;
  /** Where a change of language comes back to. */
  readonly path?: string;
  readonly heading: string;
  readonly children: ComponentChildren;
}

/** Sign-in and what belongs to it. The tab says nothing about what this site is: somebody may look over a shoulder. */
export const SignInPage = ({ language, path, heading, children }: SignInPageProps) => (
  <BarePage viewer={stranger(language, path)} title={wordsFor(language).say('shell.neutral_title')}>
    <h1>{heading}</h1>
    {children}
    <LanguageForm />
  </BarePage>
);

interface ProblemPageProps {
  readonly language: Language;
  readonly code: string;
  readonly text: string;
  /** Where to go on; the home page unless said otherwise. */
  readonly way?: { readonly href: string; readonly text: string };
}

/** What a browser is shown when a request is refused or fails. */
export const ProblemPage = ({ language, code, text, way }: ProblemPageProps) => {
  const words = wordsFor(language);
  const { href, text: there } = way ?? { href: '/', text: words.say('problems.home') };
  return (
    <BarePage viewer={stranger(language, '/')} title={words.say('problems.title')}>
      <h1>{words.say('problems.title')}</h1>
      <p>{text}</p>
      <p>
        <a class="btn" href={href}>
          {there}
        </a>
      </p>
      <p class="muted">
        {words.say('problems.code')} <code>{code}</code>
      </p>
    </BarePage>
  );
};
