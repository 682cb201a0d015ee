import { randomUUID } from 'node:crypto';
import type { ComponentChildren } from 'preact';
import { ErrorSummary } from './error-summary.js';
import { FormSecret } from './form-secret.js';
import { FormContext, labelsIn, type Fault, type FormValues } from './form-state.js';

interface FormPostProps {
  readonly action: string;
  /** The version this edit began from: the `_version` of an edit. */
  readonly version?: number | string | null;
  /** Makes a create happen once: pass `newFormKey()`, and on showing the form again the key that came with it. */
  readonly onceKey?: string | null;
  /** What was typed; the fields inside take their values from here by name. */
  readonly values?: FormValues;
  /** `problem.detail.fields`: shown above the form and at the fields. */
  readonly faults?: readonly Fault[];
  /** Labels of fields that are not direct parts of this form, for the summary. */
  readonly labels?: Readonly<Record<string, string>>;
  readonly multipart?: boolean;
  /** false: nothing is asked when somebody leaves, as on signing in. */
  readonly guard?: boolean;
  readonly class?: string;
  readonly children: ComponentChildren;
}

/** A form that changes something. Leaving it with unsaved changes is asked about, sending it twice is not possible. */
export const FormPost = (props: FormPostProps) => {
  const { action, version, onceKey, values = {}, faults = [], labels = {}, multipart, guard = true, children } = props;
  return (
    <FormContext.Provider value={{ values, faults }}>
      <form
        method="post"
        action={action}
        class={props.class ?? 'form'}
        enctype={multipart ? 'multipart/form-data' : undefined}
        novalidate
        data-guard={guard ? (faults.length > 0 ? 'unsaved' : '') : undefined}
      >
        <ErrorSummary faults={faults} labels={new Map([...labelsIn(children), ...Object.entries(labels)])} />
        <FormSecret />
        {version !== undefined && version !== null && <input type="hidden" name="_version" value={String(version)} />}
        {onceKey && <input type="hidden" name="_key" value={onceKey} />}
        {children}
      </form>
    </FormContext.Provider>
  );
};

export const newFormKey = (): string => randomUUID();
