import type { ComponentChildren } from 'preact';

interface PageHeadProps {
  readonly title: ComponentChildren;
  /** Other names or scripts of the same thing, beside the title. */
  readonly also?: ComponentChildren;
  /** One quiet line under the title: references, who, when. */
  readonly facts?: ComponentChildren;
  /** Buttons and links at the end of the line. */
  readonly actions?: ComponentChildren;
}

/** The heading of a page. */
export const PageHead = ({ title, also, facts, actions }: PageHeadProps) => (
  <div class="head">
    <div class="row">
      <h1>
        <bdi>{title}</bdi> {also && <small>{also}</small>}
      </h1>
      {actions && <div class="row end noprint">{actions}</div>}
    </div>
    {facts && <p class="muted">{facts}</p>}
  </div>
);
