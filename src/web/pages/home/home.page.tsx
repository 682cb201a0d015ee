import { Page, PageHead, type Viewer } from '../../parts/public.js';
import { wordsFor } from '../../words/words.js';
import { HandOversAsked } from '../cases/case-list.page.js';
import { ExpiringTable } from '../consents/expiring.page.js';
import type { HomeFacts } from './home-facts.js';
import { ClocksPart } from './home-clocks.js';
import { AuditPart, BackupsPart, FiguresPart, StaffPart } from './home-oversight.js';
import { CasesPart, DetentionsPart } from './home-records.js';
import { ServerPart } from './home-server.js';
import { RequestsPart } from './home-requests.js';
import { TasksPart } from './home-tasks.js';

export interface HomeProps {
  readonly viewer: Viewer;
  readonly facts: HomeFacts;
  readonly zone: string;
}

/** What an account has to do first: its parts follow from what the account may do. */
export const HomePage = (props: HomeProps) => {
  const { viewer, facts } = props;
  const words = wordsFor(viewer.language);
  const title = words.say('home.title');
  return (
    <Page viewer={viewer} title={title} current="home">
      <PageHead
        title={title}
        facts={viewer.role && words.say('home.lead', { role: words.say(`shell.role.${viewer.role}`) })}
        actions={
          viewer.permissions.has('detention.record') && (
            <a class="btn p" href="/intake">
              {words.say('shell.intake.new')}
            </a>
          )
        }
      />
      {facts.backups && <BackupsPart state={facts.backups} zone={props.zone} />}
      {facts.cases && <HandOversAsked viewer={viewer} asked={facts.cases.asked} />}
      {facts.tasks && <TasksPart viewer={viewer} tasks={facts.tasks} names={facts.names} />}
      {facts.clocks && <ClocksPart viewer={viewer} clocks={facts.clocks} zone={props.zone} />}
      {facts.consents && facts.consents.length > 0 && (
        <section>
          <h2>
            <a href="/consents">{words.say('home.consents')}</a>
          </h2>
          <ExpiringTable rows={facts.consents} zone={props.zone} />
        </section>
      )}
      {facts.requests && facts.requests.length > 0 && <RequestsPart requests={facts.requests} zone={props.zone} />}
      {(facts.figures ?? facts.lastImport) !== undefined && <FiguresPart {...props} />}
      {facts.cases && <CasesPart viewer={viewer} own={facts.cases.own} />}
      {facts.detentions && <DetentionsPart {...props} detentions={facts.detentions} />}
      {facts.audit && <AuditPart {...props} audit={facts.audit} />}
      {facts.server && <ServerPart viewer={viewer} server={facts.server} zone={props.zone} />}
      {facts.staff && <StaffPart staff={facts.staff} />}
    </Page>
  );
};
