import { calledName, type IndividualRowView } from '../../../individuals/public.js';
import { organisationName, type AffiliationView, type OrganisationView } from '../../../organisations/public.js';
import { regionLabel } from '../../../places/public.js';
import { labelOf } from '../../../vocabularies/public.js';
import {
  Chip,
  DataTable,
  DefinitionList,
  EmptyState,
  FormPost,
  Page,
  PageHead,
  SelectField,
  Shown,
  TextField,
  type Fault,
  type FormValues,
  type Viewer,
} from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';
import { optionsOf } from '../options.js';

interface OrganisationProps {
  readonly viewer: Viewer;
  readonly organisation: OrganisationView;
  readonly ties: readonly AffiliationView[];
  readonly people: ReadonlyMap<string, IndividualRowView>;
  readonly onceKey: string;
  /** The tie that could not be made, as it was typed. */
  readonly values?: FormValues;
  readonly faults?: readonly Fault[];
}

export const OrganisationPage = ({ viewer, organisation, ties, people, onceKey, values = {}, faults = [] }: OrganisationProps) => {
  const words = wordsFor(viewer.language);
  const { language } = viewer;
  const say = (key: string): string => words.say(`organisations.${key}`);
  const mayRecord = viewer.permissions.has('organisation.record');
  return (
    <Page viewer={viewer} title={organisation.reference} current="organisations" breadcrumb={[{ href: '/organisations', text: say('title') }]}>
      <PageHead
        title={organisationName(organisation)}
        also={Array.isArray(organisation.otherNames) ? organisation.otherNames.join(' · ') : undefined}
        facts={
          <>
            {organisation.reference} {organisation.partner && <Chip tone="met">{say('partner.chip')}</Chip>}
          </>
        }
        actions={
          <>
            <a class="btn" href={`/history/organisation/${organisation.id}`}>
              {say('history')}
            </a>
            {mayRecord && (
              <a class="btn" href={`/organisations/${organisation.id}/edit`}>
                {say('edit')}
              </a>
            )}
          </>
        }
      />
      <DefinitionList
        facts={[
          { term: say('name'), value: <Shown value={organisation.name} /> },
          { term: say('kind'), value: labelOf('organisation-kinds', organisation.kind, language) },
          { term: say('region'), value: <Shown value={regionLabel(organisation.regionCode, language)} /> },
          { term: say('contact'), value: <Shown value={organisation.contact} /> },
          { term: say('notes'), value: <Shown value={organisation.notes} /> },
        ]}
      />
      <h2>{say('people')}</h2>
      <DataTable
        caption={say('people')}
        rows={ties.filter((tie) => people.has(tie.individualId))}
        rowKey={(tie) => tie.id}
        columns={[
          { key: 'person', head: say('person'), cell: (tie) => <PersonLink person={people.get(tie.individualId)} /> },
          { key: 'relation', head: say('relation'), cell: (tie) => labelOf('relation-kinds', tie.relation, language) },
          { key: 'role', head: say('role'), cell: (tie) => <Shown value={tie.role} /> },
        ]}
        empty={<EmptyState text={say('people.none')} />}
      />
      {mayRecord && (
        <section class="card">
          <h2>{say('people.add')}</h2>
          <FormPost action={`/organisations/${organisation.id}/people`} values={values} faults={faults} onceKey={onceKey}>
            <TextField name="reference" label={say('person.reference')} hint={say('person.reference.hint')} maxLength={20} required />
            <SelectField name="relation" label={say('relation')} options={optionsOf('relation-kinds', language)} />
            <TextField name="role" label={say('role')} maxLength={200} />
            <p>
              <button class="btn">{say('people.add.do')}</button>
            </p>
          </FormPost>
        </section>
      )}
    </Page>
  );
};

const PersonLink = ({ person }: { readonly person: IndividualRowView | undefined }) =>
  person ? (
    <a href={`/individuals/${person.id}`}>
      <bdi>{calledName(person)}</bdi>
    </a>
  ) : null;
