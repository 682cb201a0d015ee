import { FieldBox } from './field.js';
import { useField, type FieldProps } from './form-state.js';
import { useWords } from './viewer.js';

interface TimeFieldProps extends FieldProps {
  /** How the text was read, in words, when the server has read it already. */
  readonly echo?: string | null;
  /** IANA zone the text is read in, when the place does not decide. */
  readonly zone?: string;
  /** YYYY-MM-DD: the day of a time typed without one. */
  readonly onDate?: string;
  /** Name of another field of the form that holds the place, and one that holds the day. */
  readonly placeField?: string;
  readonly dateField?: string;
}

/**
 * A moment as people say it, read on the server and said back in words. With scripts the words follow the typing:
 * POST /echo/time with JSON `{ said, zone?, onDate?, place?, date? }`, answered by `{ ok, text }`.
 */
export const TimeField = (props: TimeFieldProps) => {
  const words = useWords();
  const field = { ...props, hint: props.hint ?? words.say('forms.time.hint') };
  const state = useField(field);
  const echoId = `${state.id}-echo`;
  return (
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
        aria-describedby={[state.describedBy, echoId].filter(Boolean).join(' ')}
        data-echo={echoId}
        data-zone={props.zone}
        data-on-date={props.onDate}
        data-place-field={props.placeField}
        data-date-field={props.dateField}
      />
      <p class="echo" id={echoId} aria-live="polite">
        {props.echo ?? ''}
      </p>
    </FieldBox>
  );
};
