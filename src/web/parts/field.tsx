import type { ComponentChildren } from 'preact';
import type { FieldProps, FieldState } from './form-state.js';
import { useWords } from './viewer.js';

interface FieldBoxProps {
  readonly field: FieldProps;
  readonly state: FieldState;
  readonly children: ComponentChildren;
}

/** Label, hint and fault around one control. */
export const FieldBox = ({ field, state, children }: FieldBoxProps) => (
  <div class={`field${field.wide ? ' w' : ''}${state.fault ? ' bad' : ''}`}>
    <label for={state.id}>
      {field.label}
      {field.required && <Required />}
    </label>
    <HintAndFault hint={field.hint} state={state} />
    {children}
  </div>
);

export const Required = () => {
  const word = useWords().say('forms.required');
  return <span class="muted"> ({word})</span>;
};

export const HintAndFault = ({ hint, state }: { readonly hint: string | undefined; readonly state: FieldState }) => {
  const words = useWords();
  return (
    <>
      {hint && (
        <p class="hint" id={`${state.id}-hint`}>
          {hint}
        </p>
      )}
      {state.fault && (
        <p class="fault" id={`${state.id}-fault`}>
          <span class="sr">{words.say('forms.error')} </span>
          {state.fault}
        </p>
      )}
    </>
  );
};
