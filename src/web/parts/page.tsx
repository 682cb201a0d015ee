import type { ComponentChildren } from 'preact';
import { wordsFor } from '../words/words.js';
import { Document } from './document.js';
import { Header } from './header.js';
import { navigationOf, type Section } from './navigation.js';
import { ShortcutHelp } from './shortcut-help.js';
import { useViewer, useWords, type Viewer } from './viewer.js';

export interface Crumb {
  readonly href: string;
  readonly text: string;
}

export interface PageProps {
  readonly viewer: Viewer;
  /** The title of the tab; the heading of the page is PageHead's. */
  readonly title: string;
  readonly current?: Section;
  readonly breadcrumb?: readonly Crumb[];
  /** One line about what has just been done. */
  readonly flash?: string | null;
  /** Numbers beside the sections of the navigation. */
  readonly counts?: Partial<Record<Section, number>>;
  readonly children: ComponentChildren;
}

/** A whole page of somebody signed in; send `renderPage(<Page …>)`. */
export const Page = ({ viewer, title, current, breadcrumb = [], flash, counts = {}, children }: PageProps) => {
  const words = wordsFor(viewer.language);
  return (
    <Document viewer={viewer} title={`${title} · ${words.say('shell.product')}`} bodyClass="app">
      <a class="skip" href="#main">
        {words.say('shell.skip')}
      </a>
      <Header />
      <SideNav current={current} counts={counts} />
      <main id="main" tabIndex={-1}>
        {breadcrumb.length > 0 && <Breadcrumb crumbs={breadcrumb} />}
        {flash && (
          <p class="banner ok" role="status">
            {flash}
          </p>
        )}
        {children}
      </main>
      <ShortcutHelp />
    </Document>
  );
};

interface SideNavProps {
  readonly current: Section | undefined;
  readonly counts: Partial<Record<Section, number>>;
}

const SideNav = ({ current, counts }: SideNavProps) => {
  const words = useWords();
  const items = navigationOf(useViewer());
  return (
    <nav class="side" aria-label={words.say('shell.nav')}>
      <ul>
        {items.map(({ section, href }) => (
          <li key={section}>
            <a href={href} aria-current={section === current ? 'page' : undefined}>
              {words.say(`shell.nav.${section}`)}
              {counts[section] !== undefined && <span class="count">{counts[section]}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
};

const Breadcrumb = ({ crumbs }: { readonly crumbs: readonly Crumb[] }) => (
  <nav class="crumbs" aria-label={useWords().say('shell.breadcrumb')}>
    <ol>
      {crumbs.map(({ href, text }) => (
        <li key={href}>
          <a href={href}>{text}</a>
        </li>
      ))}
    </ol>
  </nav>
);
