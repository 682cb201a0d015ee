import { sayInstant, type Instant } from '../../kernel/time/public.js';
import { hrefWith, type Viewer } from '../parts/public.js';
import { wordsFor } from '../words/words.js';

interface AsKnownProps {
  readonly viewer: Viewer;
  readonly path: string;
  /** The past moment the page shows; null for the present. */
  readonly asOf: Instant | null;
  readonly zone: string;
  /** Where two moments are compared. */
  readonly compare: string;
}

/** Asks for a record as it was known at a past moment, or says loudly that this is what stands below. */
export const AsKnown = ({ viewer, path, asOf, zone, compare }: AsKnownProps) => {
  const words = wordsFor(viewer.language);
  if (asOf) {
    return (
      <p class="banner warn" role="status">
        {words.say('asknown.banner', { when: sayInstant(asOf, zone, viewer.language) })} <a href={path}>{words.say('asknown.present')}</a>{' · '}
        <a href={hrefWith(compare, { from: asOf })}>{words.say('asknown.compare')}</a>
      </p>
    );
  }
  return (
    <details class="noprint">
      <summary>{words.say('asknown.open')}</summary>
      <form method="get" action={path} class="filters">
        <div class="field">
          <label for="as-of">{words.say('asknown.moment')}</label>
          <p class="hint" id="as-of-hint">
            {words.say('asknown.hint')}
          </p>
          <input id="as-of" name="asOf" required maxLength={100} aria-describedby="as-of-hint" autocomplete="off" />
        </div>
        <button class="btn">{words.say('asknown.show')}</button>
      </form>
      <p>
        <a href={compare}>{words.say('asknown.compare')}</a>
      </p>
    </details>
  );
};
