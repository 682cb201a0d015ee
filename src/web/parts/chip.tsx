import type { ComponentChildren } from 'preact';
import { useWords } from './viewer.js';

export type Tone = 'run' | 'may' | 'past' | 'met' | 'plain';

/** A short state in a word, a colour and a shape. */
export const Chip = ({ tone = 'plain', children }: { readonly tone?: Tone; readonly children: ComponentChildren }) => (
  <span class={`chip ${tone}`}>{children}</span>
);

const tones: Readonly<Record<string, Tone>> = {
  held_confirmed: 'past',
  held_presumed: 'may',
  released: 'met',
  whereabouts_unknown: 'may',
  died: 'past',
  open: 'run',
  in_progress: 'run',
  waiting: 'run',
  overdue: 'past',
  today: 'may',
  done: 'met',
  closed: 'met',
  cancelled: 'plain',
};

/** The chip of a status code; its word comes from the caller, a code not known here is shown plainly. */
export const StatusChip = ({ status, label }: { readonly status: string; readonly label: string }) => (
  <Chip tone={tones[status] ?? 'plain'}>{label}</Chip>
);

/** Stands for a value of a field class that the viewer may not read. */
export const Withheld = ({ what, masked = false }: { readonly what: string; readonly masked?: boolean }) => {
  const words = useWords();
  if (what === 'erased') {
    return (
      <span class="withheld" title={words.say('lists.erased.why')}>
        {words.say('lists.erased')}
      </span>
    );
  }
  return (
    <span class="withheld" title={words.say(masked ? 'lists.masked.why' : 'lists.withheld.why')}>
      {words.say(masked ? 'lists.masked' : 'lists.withheld', { what: words.say(`lists.class.${what}`) })}
    </span>
  );
};

/** A value of a view as it may be shown: the withheld said, the absent said. */
export const Shown = ({ value, children }: { readonly value: unknown; readonly children?: ComponentChildren }) => {
  const words = useWords();
  if (typeof value === 'object' && value !== null && 'withheld' in value) return <Withheld what={String(value.withheld)} masked={'masked' in value} />;
  if (value === null || value === undefined || value === '') return <span class="muted">{words.say('lists.unknown')}</span>;
  return <>{children ?? <bdi>{Array.isArray(value) ? value.join(', ') : String(value)}</bdi>}</>;
};
