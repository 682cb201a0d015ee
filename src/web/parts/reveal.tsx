import { Shown } from './chip.js';
import { FormPost } from './form-post.js';
import { useWords } from './viewer.js';

interface RevealProps {
  readonly value: unknown;
  /** Where asking for the value is posted. */
  readonly action: string;
  readonly field: string;
}

const isMasked = (value: unknown): boolean => typeof value === 'object' && value !== null && 'masked' in value;

/** A value that is masked until somebody asks for it, one at a time; asking leaves a trace. */
export const Reveal = ({ value, action, field }: RevealProps) => {
  const words = useWords();
  if (!isMasked(value)) return <Shown value={value} />;
  return (
    <>
      <Shown value={value} />{' '}
      <FormPost action={action} guard={false} class="inline">
        <input type="hidden" name="field" value={field} />
        <button class="btn" title={words.say('lists.masked.why')}>
          {words.say('lists.masked.show')}
        </button>
      </FormPost>
    </>
  );
};
