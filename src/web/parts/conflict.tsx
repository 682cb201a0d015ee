import { DiffText } from './diff-text.js';
import { FormSecret } from './form-secret.js';
import { useWords } from './viewer.js';

/** One field of a form saved twice, as the texts the form sends. */
export interface ConflictField {
  readonly name: string;
  readonly label: string;
  /** What stood there when the editing began; null when it is not known any more. */
  readonly base: string | null;
  readonly theirs: string;
  readonly yours: string;
  /** How a text that is a code is shown; by default as it is. */
  readonly show?: (text: string) => string;
  /** Free text: offers to keep both. */
  readonly long?: boolean;
}

interface ConflictProps {
  /** Where the edit form posts to: the choice is an ordinary edit of the current version. */
  readonly action: string;
  /** The version saved meanwhile; the next edit begins from it. */
  readonly version: number;
  readonly onceKey?: string | null;
  readonly fields: readonly ConflictField[];
  /** Who saved meanwhile and when, in words. */
  readonly savedBy?: string;
  readonly cancelHref: string;
}

/**
 * Yours, theirs and what stood before, field by field; nothing typed is lost and nothing is decided for you where both
 * changed the same field. Posts the chosen texts under the names of the edit form, so the same action takes them.
 * The heading is the page's: `conflict.title`.
 */
export const Conflict = ({ action, version, onceKey, fields, savedBy, cancelHref }: ConflictProps) => {
  const words = useWords();
  const apart = fields.filter(({ theirs, yours }) => same(theirs) !== same(yours));
  const alike = fields.filter(({ theirs, yours }) => same(theirs) === same(yours));
  return (
    <form method="post" action={action} data-guard="unsaved">
      <div class="banner warn" role="alert">
        <p>{savedBy ? words.say('conflict.saved_by', { who: savedBy }) : words.say('problems.record.stale')}</p>
        <p>{words.say('conflict.what_to_do')}</p>
      </div>
      <FormSecret />
      <input type="hidden" name="_version" value={String(version)} />
      {onceKey && <input type="hidden" name="_key" value={onceKey} />}
      {alike.map(({ name, yours }) => (
        <input key={name} type="hidden" name={name} value={yours} />
      ))}
      {apart.length === 0 && <p>{words.say('conflict.same')}</p>}
      {apart.map((field) => (
        <FieldConflict key={field.name} field={field} />
      ))}
      <p class="row">
        <button class="btn p">{words.say('conflict.save')}</button>
        <a class="btn" href={cancelHref} data-drop>
          {words.say('conflict.drop')}
        </a>
      </p>
    </form>
  );
};

const FieldConflict = ({ field }: { readonly field: ConflictField }) => {
  const words = useWords();
  const { name, label, base, theirs, yours, show = (text: string) => text, long } = field;
  const preferred = base === null ? null : same(theirs) === same(base) ? 'yours' : same(yours) === same(base) ? 'theirs' : null;
  const choice = (which: 'yours' | 'theirs', value: string) => (
    <label class="card choice">
      <span class="check">
        <input type="radio" name={name} value={value} checked={preferred === which} required />
        <b>{words.say(`conflict.${which}`)}</b>
      </span>
      {value === '' ? <span class="muted">{words.say('conflict.empty')}</span> : <DiffText before={show(base ?? value)} after={show(value)} />}
    </label>
  );
  return (
    <fieldset class="group apart">
      <legend>{label}</legend>
      <div class="three">
        {choice('yours', yours)}
        {choice('theirs', theirs)}
        <div class="card">
          <b>{words.say('conflict.base')}</b>
          <p class="said">{base === null ? words.say('lists.unknown') : base === '' ? words.say('conflict.empty') : show(base)}</p>
        </div>
      </div>
      {long && theirs && yours && (
        <label class="check">
          <input type="radio" name={name} value={`${theirs}\n\n${yours}`} required />
          {words.say('conflict.both')}
        </label>
      )}
    </fieldset>
  );
};

/** Browsers send line ends their own way; that is no difference. */
const same = (text: string): string => text.replace(/\r\n?/g, '\n').trim();
