import type { Language } from '../../kernel/actor/public.js';
import { wordsFor } from '../words/words.js';
import { BarePage } from './bare-page.js';
import { ErrorSummary } from './error-summary.js';
import { FormContext, type Fault } from './form-state.js';
import { TextField } from './text-fields.js';
import { stranger } from './viewer.js';

interface AskAgainPageProps {
  readonly language: Language;
  /** Of the page that was asked for, without its query. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly faults: readonly Fault[];
  readonly code: string;
}

/** What a browser is shown when an address asks for what cannot be: all that was asked stands here again, what is wrong to be typed anew. */
export const AskAgainPage = ({ language, path, query, faults, code }: AskAgainPageProps) => {
  const words = wordsFor(language);
  const labelOf = (name: string): string => (words.has(`lists.field.${name}`) ? words.say(`lists.field.${name}`) : name);
  // What the page does not know at all cannot be put right, only left out.
  const foreign = new Set(faults.filter(({ code: rule }) => rule === 'input.whitelistValidation').map(({ field }) => field));
  const own = faults.filter(({ field }) => !foreign.has(field));
  const faulty = [...new Set(own.map(({ field }) => field))];
  const kept = Object.entries(query).filter(([name]) => !foreign.has(name) && !faulty.includes(name));
  return (
    <BarePage viewer={stranger(language, '/')} title={words.say('problems.title')}>
      <h1>{words.say('problems.title')}</h1>
      <FormContext.Provider value={{ values: query, faults }}>
        <ErrorSummary faults={own} labels={new Map(faulty.map((name) => [name, labelOf(name)]))} />
        {foreign.size > 0 && <p class="banner bad">{`${[...foreign].join(', ')}: ${words.say('problems.input.whitelistValidation')}`}</p>}
        <form class="form" method="get" action={path}>
          {kept.map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          {faulty.map((name) => (
            <TextField key={name} name={name} label={labelOf(name)} maxLength={200} />
          ))}
          <p class="row w">
            <button class="btn p">{words.say('lists.again')}</button> <a href={path}>{words.say('lists.filter.clear')}</a>
          </p>
        </form>
      </FormContext.Provider>
      <p class="muted">
        {words.say('problems.code')} <code>{code}</code>
      </p>
    </BarePage>
  );
};
