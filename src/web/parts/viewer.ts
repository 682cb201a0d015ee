import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Signed } from '../../access/public.js';
import type { Language, Role } from '../../kernel/actor/public.js';
import { languageOf } from '../http/language.js';
import { wordsFor, type Words } from '../words/words.js';

/** Who looks at a page; all the parts need to know of a request. */
export interface Viewer {
  readonly language: Language;
  readonly role: Role | null;
  /** Shown in the header; null before sign-in or when the page does not know it. */
  readonly name: string | null;
  readonly permissions: ReadonlySet<string>;
  /** The session's secret for forms; empty before sign-in. */
  readonly csrf: string;
  /** Path and query of this page, to come back to after a change of language. */
  readonly path: string;
}

/** The viewer of a guarded page. */
export const viewerOf = (request: Signed, name: string | null = null): Viewer => ({
  language: languageOf(request),
  role: request.actor?.role ?? null,
  name,
  permissions: request.actor?.permissions ?? new Set(),
  csrf: request.csrf ?? '',
  path: request.method === 'GET' ? request.originalUrl : request.path,
});

/** Somebody not signed in yet. */
export const stranger = (language: Language, path = '/sign-in'): Viewer => ({
  language,
  role: null,
  name: null,
  permissions: new Set(),
  csrf: '',
  path,
});

export const ViewerContext = createContext<Viewer>(stranger('en'));

/** Inside a page: who looks at it. */
export const useViewer = (): Viewer => useContext(ViewerContext);

/** Inside a page: the words in the viewer's language. */
export const useWords = (): Words => wordsFor(useViewer().language);
