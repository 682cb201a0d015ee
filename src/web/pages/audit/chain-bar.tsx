import type { AuditStateView, ChainState } from '../../../audit/public.js';
import { sayInstant, type Instant } from '../../../kernel/time/public.js';
import { FormPost, useViewer, useWords } from '../../parts/public.js';

interface ChainBarProps {
  readonly state: AuditStateView;
  readonly found?: ChainState;
  readonly names: ReadonlyMap<string, string>;
  readonly zone: string;
}

/** Whether the log still says what it said: how long it is, when it was last verified, and a button to verify it now. */
export const ChainBar = ({ state, found, names, zone }: ChainBarProps) => {
  const words = useWords();
  const { language } = useViewer();
  const outcome = found ?? state.verified;
  const broken = outcome !== null && outcome.fault !== null;
  const text = (): string => {
    if (!outcome) return words.say('audit.chain.never');
    const { entries, fault, firstFault } = outcome;
    if (fault) return words.say('audit.chain.broken', { number: firstFault ?? 0, fault: words.say(`audit.chain.fault.${fault}`) });
    return words.say('audit.chain.holds', { entries });
  };
  const { verified, signed } = state;
  const told = (when: string): string => sayInstant(when as Instant, zone, language);
  return (
    <section class={`banner ${broken ? 'bad' : outcome ? 'ok' : 'warn'}`} role={broken ? 'alert' : 'status'}>
      <p>
        {text()} {words.say('audit.chain.length', { entries: state.entries })}
      </p>
      {!found && verified && (
        <p class="muted">
          {words.say('audit.chain.last', { when: told(verified.at), who: names.get(verified.actorId) ?? verified.actorId })}
        </p>
      )}
      <p class="muted">{signed ? words.say('audit.chain.signed', { size: signed.size, when: told(signed.at) }) : words.say('audit.chain.unsigned')}</p>
      {state.lastHash && (
        <p class="muted">
          {words.say('audit.chain.hash')} <code>{state.lastHash}</code>
        </p>
      )}
      <FormPost action="/audit/verify" class="row noprint">
        <button class="btn">{words.say('audit.chain.verify')}</button>
        <a class="btn" href="/audit/witness">
          {words.say('audit.witness.title')}
        </a>
      </FormPost>
    </section>
  );
};
