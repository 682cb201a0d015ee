import { FieldBox } from './field.js';
import { useField, type FieldProps } from './form-state.js';
import { useWords } from './viewer.js';

/** Somebody who may be the person just named. */
export interface Match {
  readonly id: string;
  readonly label: string;
  /** Why it may be the same person, in words. */
  readonly detail: string;
  readonly href: string;
}

interface PersonNameFieldProps extends FieldProps {
  /** Matches the server has found; shown when the form comes back. */
  readonly matches?: readonly Match[];
  /** Name of the choice that is sent: the id of the same person, or empty for a new one. */
  readonly choiceName?: string;
  /** The choice made before. */
  readonly choice?: string | null;
}

/**
 * A name in any script, with those already recorded who may be meant. With scripts they appear while typing:
 * POST /intake/matches with JSON `{ name }`, answered by `{ matches: Match[] }`.
 */
export const PersonNameField = (props: PersonNameFieldProps) => {
  const words = useWords();
  const field = { ...props, hint: props.hint ?? words.say('forms.name.hint') };
  const state = useField(field);
  const boxId = `${state.id}-matches`;
  return (
    <div class={props.wide === false ? '' : 'w'}>
      <FieldBox field={field} state={state}>
        <input
          id={state.id}
          name={props.name}
          type="text"
          value={state.value}
          autocomplete="off"
          maxLength={200}
          required={props.required}
          aria-invalid={state.fault ? 'true' : undefined}
          aria-describedby={state.describedBy}
          data-matches={boxId}
        />
      </FieldBox>
      <PossibleMatches id={boxId} matches={props.matches ?? []} name={props.choiceName ?? 'sameAs'} choice={props.choice ?? ''} />
    </div>
  );
};

interface PossibleMatchesProps {
  readonly id: string;
  readonly matches: readonly Match[];
  readonly name: string;
  readonly choice: string;
}

/** The choice between "a new person" and those already recorded. Empty and hidden while there are none. */
export const PossibleMatches = ({ id, matches, name, choice }: PossibleMatchesProps) => {
  const words = useWords();
  return (
    <fieldset class="banner warn matches" id={id} data-choice={name} hidden={matches.length === 0}>
      <legend>{words.say('forms.matches.title')}</legend>
      <label class="check">
        <input type="radio" name={name} value="" checked={choice === ''} />
        {words.say('forms.matches.new')}
      </label>
      {matches.map((match) => (
        <div key={match.id}>
          <label class="check">
            <input type="radio" name={name} value={match.id} checked={choice === match.id} />
            <bdi>{match.label}</bdi>
          </label>{' '}
          <a href={match.href} target="_blank" rel="noreferrer">
            {match.detail}
          </a>
        </div>
      ))}
    </fieldset>
  );
};
