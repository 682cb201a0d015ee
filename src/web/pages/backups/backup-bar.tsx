import { sayInstant, type Instant } from '../../../kernel/time/public.js';
import { isBad, type BackupHealth, type BackupStateView } from '../../../safekeeping/public.js';
import { useViewer, useWords } from '../../parts/public.js';

/** How it stands with backups in one banner: red when something has to be done, and when the last ones were made and tried. */
export const BackupBar = ({ state, zone }: { readonly state: BackupStateView; readonly zone: string }) => {
  const words = useWords();
  const { language } = useViewer();
  const { made, failed, verifiedAt, nextAt, underWay } = state;
  const health = state.health as BackupHealth;
  const bad = isBad(health);
  const at = (moment: string): string => sayInstant(moment as Instant, zone, language);
  return (
    <section class={`banner ${bad ? 'bad' : health === 'well' ? 'ok' : 'warn'}`} role={bad ? 'alert' : 'status'}>
      <p>
        <strong>{words.say(`backups.health.${health}`)}</strong>
      </p>
      {health === 'failed' && failed && <p>{words.say('backups.failed_at', { at: at(failed.at), why: words.has(`problems.${failed.code}`) ? words.say(`backups.fault.${faultOf(failed.code)}`) : words.say('backups.fault.other') })}</p>}
      <p>{made ? words.say('backups.made_at', { at: at(made.at) }) : words.say('backups.none_made')}</p>
      <p>{verifiedAt ? words.say('backups.verified_at', { at: at(verifiedAt) }) : words.say('backups.none_verified')}</p>
      {underWay !== null && <p>{words.say('backups.under_way', { rows: underWay })}</p>}
      {underWay === null && nextAt && <p class="muted">{words.say('backups.next_at', { at: at(nextAt) })}</p>}
    </section>
  );
};

/** What went wrong in a few words: full, out of reach, refused. */
function faultOf(code: string): string {
  if (code === 'backup.disk_full') return 'full';
  if (['backup.no_folder', 'backup.s3_unreachable', 'backup.s3_no_bucket'].includes(code)) return 'gone';
  return ['backup.folder_denied', 'backup.s3_refused', 'backup.s3_secret_wrong'].includes(code) ? 'refused' : 'other';
}
