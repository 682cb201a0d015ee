import { toChildArray, createContext, type ComponentChildren, type VNode } from 'preact';
import { useContext } from 'preact/hooks';
import { useWords } from './viewer.js';

/** A fault of one field, as Problem.detail.fields has it. */
export interface Fault {
  readonly field: string;
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

export type FormValues = Readonly<Record<string, string | readonly string[] | null | undefined>>;

/** What the fields of a form take from the form around them: what was typed, and what is wrong with it. */
export interface FormState {
  readonly values: FormValues;
  readonly faults: readonly Fault[];
}

export const FormContext = createContext<FormState>({ values: {}, faults: [] });

export interface FieldProps {
  /** The name the form sends; a fault with this field name (or `name.…`) is shown here. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  /** Taken instead of the form's values. */
  readonly value?: string | null;
  readonly required?: boolean;
  /** Takes the whole width of a two-column form. */
  readonly wide?: boolean;
}

/** A name as an id: the error summary links to it. */
export const fieldId = (name: string): string => `f-${name.replace(/[^\w-]+/g, '-')}`;

export interface FieldState {
  readonly id: string;
  readonly value: string;
  readonly chosen: readonly string[];
  readonly fault: string | null;
  /** The ids of hint and fault, for aria-describedby. */
  readonly describedBy: string | undefined;
}

/** Inside a form: the state of one field. */
export function useField({ name, value, hint }: Pick<FieldProps, 'name' | 'value' | 'hint'>): FieldState {
  const words = useWords();
  const form = useContext(FormContext);
  const id = fieldId(name);
  const typed = value === undefined ? form.values[name] : value;
  const chosen = typed === null || typed === undefined ? [] : typeof typed === 'string' ? [typed] : typed;
  const found = form.faults.find((fault) => isAbout(fault, name));
  const describedBy = [hint && `${id}-hint`, found && `${id}-fault`].filter(Boolean).join(' ');
  return { id, value: chosen[0] ?? '', chosen, fault: found ? faultText(words, found) : null, describedBy: describedBy || undefined };
}

const isAbout = (fault: Fault, name: string): boolean => fault.field === name || fault.field.startsWith(`${name}.`);

/** The sentence for a fault: words/<language>/problems.json has one for every code. */
export function faultText(words: { has(key: string): boolean; say(key: string, params?: Fault['params']): string }, fault: Fault): string {
  const key = `problems.${fault.code}`;
  return words.has(key) ? words.say(key, fault.params) : words.say('problems.input.refused');
}

/** Labels and ids of the fields among a form's children, so that a summary above them can name them. */
export function labelsIn(children: ComponentChildren): ReadonlyMap<string, string> {
  const labels = new Map<string, string>();
  for (const child of toChildArray(children)) {
    if (typeof child !== 'object') continue;
    const { name, label, legend, children: inner } = (child as VNode<Record<string, unknown>>).props;
    const text = label ?? legend;
    if (typeof name === 'string' && typeof text === 'string') labels.set(name, text);
    for (const [key, value] of labelsIn(inner as ComponentChildren)) labels.set(key, value);
  }
  return labels;
}

/** The label for a fault's field, or the field that holds it (`when` for `when.said`). */
export const labelFor = (labels: ReadonlyMap<string, string>, field: string): [name: string, label: string] | null => {
  for (const [name, label] of labels) if (field === name || field.startsWith(`${name}.`)) return [name, label];
  return null;
};
