import type { ComponentChildren } from 'preact';
import { FormContext, type FormValues } from './form-state.js';
import { useWords } from './viewer.js';

interface FilterBarProps {
  /** The list's own path; the filters stand in its query. Never put names there. */
  readonly path: string;
  /** The query as it is; the fields inside take their values from it by name. */
  readonly query: FormValues;
  /** Members of the query that are not filters but must survive, such as `sort`. */
  readonly keep?: readonly string[];
  readonly children: ComponentChildren;
}

/** Filters of a list as a GET form: they can be linked to, and going back works. */
export const FilterBar = ({ path, query, keep = ['sort', 'direction', 'limit'], children }: FilterBarProps) => {
  const words = useWords();
  const kept = keep.flatMap((name) => (query[name] ? [[name, String(query[name])] as const] : []));
  const active = Object.entries(query).filter(([name, value]) => value && value.length > 0 && name !== 'cursor' && !keep.includes(name)).length;
  return (
    <FormContext.Provider value={{ values: query, faults: [] }}>
      <form class="filters noprint" method="get" action={path} aria-label={words.say('lists.filter')}>
        {kept.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {children}
        <div class="row">
          <button class="btn">{words.say('lists.filter.apply')}</button>
          {active > 0 && <a href={path}>{words.say('lists.filter.clear')}</a>}
        </div>
      </form>
      {active > 0 && <p class="muted">{words.say('lists.filter.active', { count: active })}</p>}
    </FormContext.Provider>
  );
};
