import { subjectNames, subjects, type SubjectName } from '../../../reports/public.js';
import { FilterBar, hrefWith, Page, PageHead, SelectField, type Viewer } from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';

interface BuildPageProps {
  readonly viewer: Viewer;
  readonly subject: SubjectName | null;
  readonly query: Readonly<Record<string, string>>;
}

/** A table of one's own, in two steps that need no script: what is counted, then by what. */
export const BuildPage = ({ viewer, subject, query }: BuildPageProps) => {
  const words = wordsFor(viewer.language);
  const say = (key: string): string => words.say(`reports.${key}`);
  const named = (family: string, all: readonly { readonly id: string }[]) => all.map(({ id }) => ({ value: id, label: say(`${family}.${id}`) }));
  return (
    <Page viewer={viewer} title={say('build')} current="reports" breadcrumb={[{ href: '/reports', text: say('title') }]}>
      <PageHead title={say('build')} facts={say('built.lead')} />
      <h2>{say('build.subject')}</h2>
      <p class="row">
        {subjectNames.map((name) => (
          <a key={name} class={name === subject ? 'btn p' : 'btn'} href={hrefWith('/reports/build', {}, { subject: name })} {...(name === subject ? { 'aria-current': 'true' as const } : {})}>
            {say(`subject.${name}`)}
          </a>
        ))}
      </p>
      {subject && (
        <FilterBar path="/reports/built" query={query} keep={['subject']}>
          <SelectField name="measure" label={say('build.measure')} options={named('measure', subjects[subject].measures)} empty={null} />
          <SelectField name="rows" label={say('build.rows')} options={named('dimension', subjects[subject].dimensions)} empty="–" />
          <SelectField name="columns" label={say('build.columns')} options={named('dimension', subjects[subject].dimensions)} empty="–" />
        </FilterBar>
      )}
    </Page>
  );
};
