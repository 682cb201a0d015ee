import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ErrorObject } from 'ajv';
import { projectRoot } from '../kernel/settings/public.js';
import { readDay } from '../kernel/time/public.js';
import { isCode } from '../vocabularies/public.js';
import type { InForce, Rule, RulePack } from './rule-pack.js';

/** What is wrong with a pack, and where: `rules/3/limit`. */
export interface PackFault {
  readonly at: string;
  readonly code: string;
  readonly what: string;
}

const schema = JSON.parse(readFileSync(join(projectRoot(), 'rule-packs', 'schema.json'), 'utf8')) as object;
const fits = new Ajv({ allErrors: true }).compile<RulePack>(schema);

/** Reads a pack: by its schema, then by what a schema cannot say. A pack with a fault is not used at all. */
export function readRulePack(text: string): { pack: RulePack; faults: readonly [] } | { pack: null; faults: readonly PackFault[] } {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { pack: null, faults: [{ at: '', code: 'no_json', what: '' }] };
  }
  if (!fits(json)) return { pack: null, faults: (fits.errors ?? []).map(schemaFault) };
  const faults = [...inForceFaults(json.inForce, 'inForce'), ...twice(json), ...json.rules.flatMap((rule, n) => ruleFaults(rule, json, `rules/${n}`))];
  return faults.length > 0 ? { pack: null, faults } : { pack: json, faults: [] };
}

const schemaFault = ({ instancePath, message = '', params }: ErrorObject): PackFault => {
  const odd = 'additionalProperty' in params ? ` (${String(params.additionalProperty)})` : '';
  return { at: instancePath.slice(1), code: 'schema', what: `${message}${odd}` };
};

const twice = ({ rules }: RulePack): PackFault[] =>
  rules.flatMap(({ id }, n) => (rules.findIndex((other) => other.id === id) < n ? [{ at: `rules/${n}/id`, code: 'id_twice', what: id }] : []));

function ruleFaults(rule: Rule, pack: RulePack, at: string): PackFault[] {
  const moments = { start: rule.start, stop: rule.stop, startInstead: (rule.startInstead ?? []).flatMap((one) => [one.whenRecorded, ...one.start]) };
  const strange = Object.entries(moments).flatMap(([member, kinds]) =>
    kinds.filter((kind) => !isMoment(kind)).map((kind) => ({ at: `${at}/${member}`, code: 'no_such_event', what: kind })),
  );
  const facts = rule.appliesIf.filter(({ fact }) => !isCode('circumstances', fact));
  return [
    ...strange,
    ...facts.map(({ fact }) => ({ at: `${at}/appliesIf`, code: 'no_such_fact', what: fact })),
    ...(pack.sources.some(({ id }) => id === rule.cite.source) ? [] : [{ at: `${at}/cite/source`, code: 'no_such_source', what: rule.cite.source }]),
    ...((rule.kind === 'immediate') === (rule.limit === undefined) ? [] : [{ at: `${at}/limit`, code: 'limit', what: rule.kind }]),
    ...((rule.kind === 'deadline_for_us') === (rule.against === 'us') ? [] : [{ at: `${at}/against`, code: 'against', what: rule.kind }]),
    // What was not read in the text of the law can never come as sure.
    ...(rule.review.certainty !== 'read_in_text' && rule.review.status !== 'needs_legal_review' ? [{ at: `${at}/review`, code: 'too_sure', what: rule.review.certainty }] : []),
    ...(rule.inForce ? inForceFaults(rule.inForce, `${at}/inForce`) : []),
  ];
}

const isMoment = (kind: string): boolean => kind === 'stay_begins' || kind === 'stay_ends' || isCode('event-kinds', kind);

function inForceFaults({ from, to }: InForce, at: string): PackFault[] {
  const days = [from, to].filter((day) => day !== null);
  const odd = days.find((day) => !readDay(day));
  if (odd !== undefined) return [{ at, code: 'no_such_day', what: odd }];
  return from !== null && to !== null && to < from ? [{ at, code: 'reversed', what: `${from} – ${to}` }] : [];
}
