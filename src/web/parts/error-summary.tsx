import { faultText, fieldId, labelFor, type Fault } from './form-state.js';
import { useWords } from './viewer.js';

interface ErrorSummaryProps {
  readonly faults: readonly Fault[];
  /** Field name -> label. A form makes it from its own fields. */
  readonly labels: ReadonlyMap<string, string>;
}

/** Everything wrong with a form, above it, each line leading to its field. */
export const ErrorSummary = ({ faults, labels }: ErrorSummaryProps) => {
  const words = useWords();
  if (faults.length === 0) return null;
  return (
    <div class="banner bad" role="alert" tabIndex={-1} id="faults">
      <h2>{words.say('forms.errors.title', { count: faults.length })}</h2>
      <ul>
        {faults.map((fault) => {
          const [name, label] = labelFor(labels, fault.field) ?? [null, null];
          const text = faultText(words, fault);
          return <li key={`${fault.field} ${fault.code}`}>{name ? <a href={`#${fieldId(name)}`}>{`${label}: ${text}`}</a> : text}</li>;
        })}
      </ul>
    </div>
  );
};
