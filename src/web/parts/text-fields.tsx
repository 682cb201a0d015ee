import { FieldBox } from './field.js';
import { useField, type FieldProps } from './form-state.js';

interface TextFieldProps extends FieldProps {
  readonly type?: 'text' | 'password' | 'email' | 'tel' | 'number' | 'file';
  readonly autocomplete?: string;
  readonly inputMode?: 'numeric' | 'decimal' | 'tel' | 'email';
  readonly maxLength?: number;
  readonly accept?: string;
  readonly autofocus?: boolean;
  /** Suggestions the browser offers while somebody types. */
  readonly suggestions?: readonly string[];
}

export const TextField = (props: TextFieldProps) => {
  const { type = 'text', autocomplete = 'off', inputMode, maxLength, accept, autofocus, suggestions } = props;
  const state = useField(props);
  const list = suggestions ? `${state.id}-list` : undefined;
  // The types of JSX tie `list` to some kinds of input one by one; this field takes its kind as data.
  const kind: object = { type, list };
  return (
    <FieldBox field={props} state={state}>
      <input
        id={state.id}
        name={props.name}
        {...kind}
        // A password or a file is never sent back.
        value={type === 'password' || type === 'file' ? undefined : state.value}
        autocomplete={autocomplete}
        inputmode={inputMode}
        maxLength={maxLength}
        accept={accept}
        autofocus={autofocus}
        required={props.required}
        aria-invalid={state.fault ? 'true' : undefined}
        aria-describedby={state.describedBy}
      />
      {suggestions && (
        <datalist id={list}>
          {suggestions.map((text) => (
            <option key={text} value={text} />
          ))}
        </datalist>
      )}
    </FieldBox>
  );
};

interface TextAreaFieldProps extends FieldProps {
  readonly rows?: number;
  readonly maxLength?: number;
}

export const TextAreaField = (props: TextAreaFieldProps) => {
  const state = useField(props);
  return (
    <FieldBox field={{ wide: true, ...props }} state={state}>
      <textarea
        id={state.id}
        name={props.name}
        rows={props.rows ?? 4}
        maxLength={props.maxLength}
        required={props.required}
        aria-invalid={state.fault ? 'true' : undefined}
        aria-describedby={state.describedBy}
        value={state.value}
      />
    </FieldBox>
  );
};
