import { fieldsIn, type NamedView, type SubmissionForm } from '../../../submissions/public.js';
import { TextAreaField, useWords } from '../../parts/public.js';

interface NamedPartProps {
  readonly form: SubmissionForm;
  readonly named: readonly NamedView[];
  /** What happened: nothing left, or it was saved all the same. */
  readonly lead: 'named' | 'named.saved';
}

/** Where somebody stands who has not agreed, and whom to ask. What stands there is not repeated. */
export const NamedPart = ({ form, named, lead }: NamedPartProps) => {
  const words = useWords();
  const say = (key: string): string => words.say(`submissions.${key}`);
  const labels = new Map(fieldsIn(form).map(({ id, label }) => [id, label.en]));
  if (named.length === 0) return null;
  return (
    <div class="banner bad" role="alert">
      <p>{say(lead)}</p>
      <ul>
        {named.map(({ field, by, about }, place) => (
          <li key={place}>
            {field === null ? say('named.file') : <span lang="en">{labels.get(field)}</span>}: {say(`named.${by}`)}, {about ? <a href={`/consents/${about.kind}/${about.id}`}>{say('named.ask')}</a> : say('named.unseen')}
          </li>
        ))}
      </ul>
      <p>{say('named.ways')}</p>
    </div>
  );
};

/** Asked for only after somebody was found: to be written once, and kept. */
export const DespiteField = ({ named }: Pick<NamedPartProps, 'named'>) => {
  const words = useWords();
  return named.length === 0 ? null : <TextAreaField name="despite" label={words.say('submissions.despite')} hint={words.say('submissions.despite.hint')} rows={2} maxLength={1000} />;
};
