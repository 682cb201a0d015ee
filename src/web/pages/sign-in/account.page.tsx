import { sayInstant, type Instant } from '../../../kernel/time/public.js';
import type { StaffMember } from '../../../staff/public.js';
import { DefinitionList, Page, PageHead, type Viewer } from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';

interface AccountProps {
  readonly viewer: Viewer;
  readonly own: StaffMember;
  readonly before: Instant | null;
  readonly zone: string;
}

/** One's own account: who the product takes one for, and when somebody last signed in with it. */
export const AccountPage = ({ viewer, own, before, zone }: AccountProps) => {
  const words = wordsFor(viewer.language);
  const at = (moment: Instant | null): string => (moment ? sayInstant(moment, zone, viewer.language) : words.say('lists.none'));
  return (
    <Page viewer={viewer} title={words.say('signin.account')}>
      <PageHead title={words.say('signin.account')} />
      <DefinitionList
        facts={[
          { term: words.say('signin.account.name'), value: <bdi>{own.name}</bdi> },
          { term: words.say('signin.name'), value: <bdi>{own.signInName}</bdi> },
          { term: words.say('signin.account.role'), value: words.say(`shell.role.${own.role}`) },
          { term: words.say('signin.account.before'), value: at(before) },
          { term: words.say('signin.account.ends'), value: at(own.expiresAt), absent: own.expiresAt === null },
        ]}
      />
      <p class="muted">{words.say('signin.account.before.hint')}</p>
      <p class="muted">{words.say('signin.account.password')}</p>
    </Page>
  );
};
