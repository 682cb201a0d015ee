import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../kernel/settings/public.js';
import { localDate, type Bounds, type Instant } from '../kernel/time/public.js';
import { readRulePack } from './read-rule-pack.js';
import type { InForce, PackedRule, RulePack } from './rule-pack.js';

/** The packs that come with the product. @throws Error when one of them is not good: a mistake of ours. */
export function shippedPacks(folder: string = join(projectRoot(), 'rule-packs')): RulePack[] {
  return readdirSync(folder)
    .filter((name) => statSync(join(folder, name)).isDirectory())
    .sort()
    .flatMap((name) => readdirSync(join(folder, name)).filter((file) => file.endsWith('.json')).sort().map((file) => join(name, file)))
    .map((file) => {
      const { pack, faults } = readRulePack(readFileSync(join(folder, file), 'utf8'));
      if (!pack) throw new Error(`rule-packs/${file}: ${faults.map(({ at, code, what }) => `${at} ${code} ${what}`).join('; ')}`);
      if (file !== join(pack.pack, `${pack.version}.json`)) throw new Error(`rule-packs/${file} says it is ${pack.pack}/${pack.version}`);
      return pack;
    });
}

/**
 * The rules that can have been in force when something began, for a place in this country: the law of the day of the
 * event, never today's. When the day is not sure, the rules of both sides of a change are there.
 */
export function rulesFor(packs: readonly RulePack[], country: string | null, began: Bounds | null): PackedRule[] {
  const days = began ? daysOf(began) : { first: null, last: null };
  return packs
    .filter((pack) => (pack.role === 'national' ? pack.country === country : true) && meets(pack.inForce, days))
    .flatMap((pack) => pack.rules.filter((rule) => !rule.inForce || meets(rule.inForce, days)).map((rule) => ({ rule, pack })));
}

interface Days {
  readonly first: string | null;
  readonly last: string | null;
}

const daysOf = ({ earliest, latest, zone }: Bounds): Days => ({ first: dayOf(earliest, zone), last: dayOf(latest, zone) });

const dayOf = (at: Instant | null, zone: string): string | null => (at === null ? null : localDate(at, zone));

const meets = ({ from, to }: InForce, { first, last }: Days): boolean =>
  (from === null || last === null || last >= from) && (to === null || first === null || first <= to);
