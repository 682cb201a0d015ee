import type { ComponentChildren, VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { assetUrl } from './assets.js';
import { ViewerContext, type Viewer } from './viewer.js';

interface DocumentProps {
  readonly viewer: Viewer;
  readonly title: string;
  readonly bodyClass?: string;
  readonly children: ComponentChildren;
}

/** The outermost of every page: language, title, the one style sheet and the one script; a form with a passkey brings its own. */
export const Document = ({ viewer, title, bodyClass, children }: DocumentProps) => (
  <html lang={viewer.language} dir="ltr">
    <head>
      <meta charset="utf-8" />
      <title>{title}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="robots" content="noindex, nofollow" />
      <meta name="color-scheme" content="light dark" />
      <meta name="csrf" content={viewer.csrf} />
      <link rel="icon" href={assetUrl('icon.svg')} type="image/svg+xml" />
      <link rel="stylesheet" href={assetUrl('ui.css')} />
      <script src={assetUrl('enhance.js')} defer />
    </head>
    <body class={bodyClass}>
      <ViewerContext.Provider value={viewer}>{children}</ViewerContext.Provider>
    </body>
  </html>
);

/** A whole page as text to send. */
export const renderPage = (page: VNode): string => `<!doctype html>${renderToString(page)}`;
