import type { StaffView } from '../../../staff/public.js';
import { DefinitionList, FormPost, Page, PageHead, type Viewer } from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';
import type { Radius } from './blast-radius.js';

/** Before cutting somebody off: what the account could read, to know whom to warn. */
export const CutOffPage = ({ viewer, member, radius }: { readonly viewer: Viewer; readonly member: StaffView; readonly radius: Radius }) => {
  const words = wordsFor(viewer.language);
  const say = (key: string): string => words.say(`staff.${key}`);
  return (
    <Page viewer={viewer} title={say('cut_off')} current="staff" breadcrumb={[{ href: '/staff', text: say('title') }]}>
      <PageHead title={say('cut_off')} facts={<bdi>{member.name}</bdi>} />
      <h2>{say('radius')}</h2>
      <p>{say('radius.lead')}</p>
      <DefinitionList
        facts={[
          ...radius.canRead.map(({ kind, count }) => ({ term: words.say(`kinds.${kind}`), value: String(count) })),
          { term: say('radius.fields'), value: radius.fieldClasses.map((name) => words.say(`lists.class.${name}`)).join(', ') },
          { term: say('radius.day'), value: String(radius.openedPeople.day) },
          { term: say('radius.month'), value: String(radius.openedPeople.month) },
        ]}
      />
      <FormPost action={`/staff/${member.id}/cut-off`} guard={false}>
        <p class="row">
          <button class="btn p">{say('cut_off.do')}</button>
          <a class="btn" href={`/staff/${member.id}`}>
            {words.say('forms.cancel')}
          </a>
        </p>
      </FormPost>
    </Page>
  );
};
