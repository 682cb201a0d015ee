import type { Finding, Statement } from '../../../timeline/public.js';
import { sayBounds, sayMinutes } from '../../../kernel/time/public.js';
import { labelOf } from '../../../vocabularies/public.js';
import { useWords } from '../../parts/public.js';
import type { Words } from '../../words/words.js';
import { momentText } from './clock-text.js';

/** What does not fit together, one sentence each. */
export const Findings = ({ findings }: { readonly findings: readonly Finding[] }) => {
  const words = useWords();
  if (findings.length === 0) return <p class="muted">{words.say('findings.none')}</p>;
  return (
    <ul>
      {findings.map((finding, place) => (
        <li key={place}>{findingText(finding, words)}</li>
      ))}
    </ul>
  );
};

/** "How the stay ends is told differently: observed: 16:30; official: 20:40. At least 4 h 10 min apart." */
export function findingText({ rule, about, statements, minutes }: Finding, words: Words): string {
  const [first, second] = statements;
  const apart = sayMinutes({ min: minutes.min, max: minutes.min }, words.language);
  const what = kindText(about, words);
  if (rule === 'told_differently') return words.say('findings.told_differently', { what, statements: grouped(statements, words).join('; '), apart });
  const names = { account: words.say(`detentions.account.${first?.account ?? 'observed'}`), first: first ? kindText(first.kind, words) : '', second: second ? kindText(second.kind, words) : '' };
  if (rule === 'gap') return words.say('findings.gap', { ...names, length: sayMinutes(minutes, words.language) });
  if (rule === 'overlap') return words.say('findings.overlap', { ...names, length: sayMinutes(minutes, words.language) });
  return words.say('findings.impossible_order', { ...names, apart });
}

/** What each account says, the same saying of several sources once. */
function grouped(statements: readonly Statement[], words: Words): string[] {
  const told = new Map<string, number>();
  for (const { account, at } of statements) {
    const text = `${words.say(`detentions.account.${account}`)}: ${sayBounds(at, words.language, { withoutZone: true })}`;
    told.set(text, (told.get(text) ?? 0) + 1);
  }
  return [...told].map(([text, times]) => (times > 1 ? `${text} (×${times})` : text));
}

function kindText(kind: string, words: Words): string {
  const period = labelOf('custody-period-kinds', kind, words.language);
  return period === kind ? momentText(kind, words) : period;
}
