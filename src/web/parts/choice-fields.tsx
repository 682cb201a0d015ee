import { FieldBox, HintAndFault, Required } from './field.js';
import { useField, type FieldProps } from './form-state.js';
import { useWords } from './viewer.js';

export interface Option {
  readonly value: string;
  readonly label: string;
}

interface SelectFieldProps extends FieldProps {
  readonly options: readonly Option[];
  /** The word for "nothing chosen"; null leaves that choice out. */
  readonly empty?: string | null;
}

export const SelectField = (props: SelectFieldProps) => {
  const words = useWords();
  const state = useField(props);
  const empty = props.empty === undefined ? words.say('forms.choose') : props.empty;
  return (
    <FieldBox field={props} state={state}>
      <select
        id={state.id}
        name={props.name}
        required={props.required}
        aria-invalid={state.fault ? 'true' : undefined}
        aria-describedby={state.describedBy}
      >
        {empty !== null && <option value="">{empty}</option>}
        {props.options.map(({ value, label }) => (
          <option key={value} value={value} selected={value === state.value}>
            {label}
          </option>
        ))}
      </select>
    </FieldBox>
  );
};

interface CheckboxFieldProps extends Omit<FieldProps, 'value'> {
  /** What is sent when it is ticked. */
  readonly value?: string;
  readonly checked?: boolean;
}

/** One yes-or-no. An unticked box sends nothing. */
export const CheckboxField = (props: CheckboxFieldProps) => {
  const sent = props.value ?? 'yes';
  const state = useField({ name: props.name, ...(props.hint ? { hint: props.hint } : {}) });
  return (
    <div class={`field${props.wide ? ' w' : ''}${state.fault ? ' bad' : ''}`}>
      <label class="check">
        <input
          id={state.id}
          type="checkbox"
          name={props.name}
          value={sent}
          checked={props.checked ?? state.chosen.includes(sent)}
          aria-invalid={state.fault ? 'true' : undefined}
          aria-describedby={state.describedBy}
        />
        {props.label}
      </label>
      <HintAndFault hint={props.hint} state={state} />
    </div>
  );
};

interface GroupProps extends Omit<FieldProps, 'value'> {
  readonly options: readonly (Option & { readonly hint?: string })[];
  /** Taken instead of the form's values. */
  readonly chosen?: readonly string[];
}

export const RadioGroup = (props: GroupProps) => <Group {...props} type="radio" />;

/** Several of a short list; sends one text per ticked box under one name. */
export const CheckboxGroup = (props: GroupProps) => <Group {...props} type="checkbox" />;

const Group = (props: GroupProps & { readonly type: 'radio' | 'checkbox' }) => {
  const state = useField({ name: props.name, ...(props.hint ? { hint: props.hint } : {}) });
  const chosen = props.chosen ?? state.chosen;
  return (
    <fieldset class={`group${props.wide ? ' w' : ''}${state.fault ? ' bad' : ''}`} aria-describedby={state.describedBy}>
      <legend>
        {props.label}
        {props.required && <Required />}
      </legend>
      <HintAndFault hint={props.hint} state={state} />
      {props.options.map(({ value, label, hint }, place) => (
        <label class="check" key={value}>
          <input
            id={place === 0 ? state.id : undefined}
            type={props.type}
            name={props.name}
            value={value}
            checked={chosen.includes(value)}
            required={props.required && props.type === 'radio'}
          />
          <span>
            {label}
            {hint && <span class="hint"> {hint}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
};
