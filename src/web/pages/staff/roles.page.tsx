import { grantable, type StaffRole } from '../../../access/public.js';
import type { RoleView } from '../../../approvals/public.js';
import { fieldClasses } from '../../../kernel/record/public.js';
import { CheckboxGroup, DataTable, FormPost, Page, PageHead, TextField, type Fault, type FormValues, type Viewer } from '../../parts/public.js';
import { wordsFor, type Words } from '../../words/words.js';

export const permissionLabel = (words: Words, permission: string): string => words.say(`permissions.${permission}`);

interface RoleListProps {
  readonly viewer: Viewer;
  readonly roles: readonly RoleView[];
  readonly mayChange: boolean;
}

export const RoleListPage = ({ viewer, roles, mayChange }: RoleListProps) => {
  const words = wordsFor(viewer.language);
  const say = (key: string): string => words.say(`staff.${key}`);
  const listed = (classes: readonly string[]): string => classes.map((name) => words.say(`lists.class.${name}`)).join(', ');
  return (
    <Page viewer={viewer} title={say('roles')} current="staff" breadcrumb={[{ href: '/staff', text: say('title') }]}>
      <PageHead title={say('roles')} facts={say('roles.lead')} />
      <DataTable
        caption={say('roles')}
        rows={roles}
        rowKey={(row) => row.role}
        columns={[
          {
            key: 'role',
            head: say('role'),
            cell: ({ role, editable }) => (editable && mayChange ? <a href={`/roles/${role}`}>{words.say(`shell.role.${role}`)}</a> : words.say(`shell.role.${role}`)),
          },
          { key: 'may', head: say('roles.may'), cell: (row) => row.permissions.map((one) => permissionLabel(words, one)).join('; ') },
          { key: 'reads', head: say('roles.reads'), cell: (row) => listed(row.reads) },
          { key: 'writes', head: say('roles.writes'), cell: (row) => listed(row.writes) },
          { key: 'shipped', head: say('roles.as_shipped'), cell: (row) => words.say(row.asShipped ? 'lists.yes' : 'lists.no') },
        ]}
      />
    </Page>
  );
};

interface RoleFormProps {
  readonly viewer: Viewer;
  readonly role: StaffRole;
  readonly values: FormValues;
  readonly faults?: readonly Fault[];
}

export const RoleFormPage = ({ viewer, role, values, faults = [] }: RoleFormProps) => {
  const words = wordsFor(viewer.language);
  const say = (key: string): string => words.say(`staff.${key}`);
  const classes = fieldClasses.filter((name) => name !== 'open').map((value) => ({ value, label: words.say(`lists.class.${value}`) }));
  return (
    <Page viewer={viewer} title={say('roles.change')} current="staff" breadcrumb={[{ href: '/staff', text: say('title') }, { href: '/roles', text: say('roles') }]}>
      <PageHead title={words.say(`shell.role.${role}`)} facts={say('roles.change.lead')} />
      <FormPost action={`/roles/${role}`} values={values} faults={faults}>
        <CheckboxGroup name="permissions" label={say('roles.may')} options={grantable.map((value) => ({ value, label: permissionLabel(words, value) }))} wide />
        <CheckboxGroup name="reads" label={say('roles.reads')} options={classes} />
        <CheckboxGroup name="writes" label={say('roles.writes')} hint={say('roles.writes.hint')} options={classes} />
        <TextField name="reason" label={say('reason')} maxLength={500} wide required />
        <p class="w">
          <button class="btn p">{words.say('forms.save')}</button>
        </p>
      </FormPost>
    </Page>
  );
};
