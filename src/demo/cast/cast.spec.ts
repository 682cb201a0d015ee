import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readBirth, readTyped, zoneExists, type Instant } from '../../kernel/time/public.js';
import { isRegion, regionNamed, regions } from '../../places/public.js';
import { isCode, listNames, vocabulary } from '../../vocabularies/public.js';
import { cases } from './cases.js';
import { detentions } from './detentions.js';
import { incidents } from './incidents.js';
import { organisations } from './organisations.js';
import { people } from './people.js';
import { places } from './places.js';
import { sources } from './sources.js';
import { staff } from './staff.js';
import { demoDay, demoZone } from './types.js';

const keysOf = (rows: readonly { readonly key: string }[]): ReadonlySet<string> => new Set(rows.map(({ key }) => key));
const keys = {
  person: keysOf(people), place: keysOf(places), source: keysOf(sources), incident: keysOf(incidents),
  detention: keysOf(detentions), organisation: keysOf(organisations), staff: keysOf(staff),
};

/** Those that are not there, so that a failure names them. */
const missing = (set: ReadonlySet<string>, used: readonly (string | null | undefined)[]): string[] =>
  used.filter((one): one is string => typeof one === 'string' && !set.has(one));
const noCode = (list: string, used: readonly (string | null | undefined)[]): string[] =>
  used.filter((one): one is string => typeof one === 'string' && !isCode(list, one));

const periods = detentions.flatMap((stay) => stay.periods);
const events = detentions.flatMap((stay) => stay.events);
const followUps = cases.flatMap((one) => one.followUps);

describe('the demonstration cast', () => {
  it('is as large as the scenario asks', () => {
    expect(people.length).toBeGreaterThanOrEqual(45);
    expect(detentions.length).toBeGreaterThanOrEqual(45);
    expect(incidents.filter(({ kind }) => kind === 'containment')).toHaveLength(4);
    expect(places.filter(({ kind }) => kind === 'police_station')).toHaveLength(3);
    expect(cases).toHaveLength(5);
  });

  it('uses every key once', () => {
    for (const rows of [people, places, sources, incidents, detentions, organisations, cases, staff]) expect(keysOf(rows).size).toBe(rows.length);
  });

  it('names only what is there', () => {
    expect(missing(keys.person, [...detentions.map(({ person }) => person), ...cases.flatMap(({ individuals }) => individuals)])).toEqual([]);
    expect(missing(keys.incident, detentions.map(({ incident }) => incident))).toEqual([]);
    expect(missing(keys.detention, cases.flatMap((one) => one.detentions))).toEqual([]);
    expect(missing(keys.place, [...periods, ...events].map(({ place }) => place))).toEqual([]);
    expect(missing(keys.place, incidents.flatMap((one) => one.places))).toEqual([]);
    expect(missing(keys.source, [...periods, ...events].flatMap(({ source }) => source.split(' + ')))).toEqual([]);
    expect(missing(keys.source, incidents.flatMap((one) => [...one.sources, ...one.headCounts.map(({ source }) => source)]))).toEqual([]);
    expect(missing(keys.organisation, people.flatMap((one) => (one.affiliations ?? []).map(({ organisation }) => organisation)))).toEqual([]);
    expect(missing(keys.organisation, incidents.flatMap((one) => one.organisations))).toEqual([]);
    expect(missing(keys.staff, [...cases.flatMap((one) => [one.lead, ...one.members]), ...followUps.map(({ owner }) => owner)])).toEqual([]);
    const subjects: Readonly<Record<string, ReadonlySet<string>>> = { individual: keys.person, detention: keys.detention, incident: keys.incident };
    for (const [kind, key] of followUps.flatMap(({ on }) => Object.entries(on ?? {}))) expect(missing(subjects[kind] ?? new Set(), [key])).toEqual([]);
  });

  it('lets a case hold both the person and the stay', () => {
    const strays = cases.flatMap((one) =>
      one.detentions.filter((key) => {
        const person = detentions.find((stay) => stay.key === key)?.person;
        return person && !one.individuals.includes(person);
      }),
    );
    expect(strays).toEqual([]);
  });

  it('uses codes of the vocabularies', () => {
    expect(noCode('sex', people.map(({ sex }) => sex))).toEqual([]);
    expect(noCode('roles-of-person', people.flatMap(({ roles }) => roles))).toEqual([]);
    expect(noCode('vulnerabilities', people.flatMap(({ vulnerabilities }) => vulnerabilities ?? []))).toEqual([]);
    expect(noCode('name-kinds', people.flatMap(({ names }) => names.map(({ kind }) => kind)))).toEqual([]);
    expect(noCode('scripts', people.flatMap(({ names }) => names.map(({ script }) => script)))).toEqual([]);
    expect(noCode('relative-kinds', people.flatMap(({ relatives }) => (relatives ?? []).map(({ relation }) => relation)))).toEqual([]);
    expect(noCode('relation-kinds', people.flatMap(({ affiliations }) => (affiliations ?? []).map(({ relation }) => relation)))).toEqual([]);
    expect(noCode('organisation-kinds', organisations.map(({ kind }) => kind))).toEqual([]);
    expect(noCode('facility-kinds', places.map(({ kind }) => kind))).toEqual([]);
    expect(noCode('authority-kinds', [...places, ...incidents, ...detentions].map(({ authority }) => authority))).toEqual([]);
    expect(noCode('source-kinds', sources.map(({ kind }) => kind))).toEqual([]);
    expect(noCode('reliability', sources.map(({ reliability }) => reliability))).toEqual([]);
    expect(noCode('incident-kinds', incidents.map(({ kind }) => kind))).toEqual([]);
    expect(noCode('permissions', incidents.map(({ permission }) => permission))).toEqual([]);
    expect(noCode('organiser-kinds', incidents.map(({ organiserKind }) => organiserKind))).toEqual([]);
    expect(noCode('detention-kinds', detentions.map(({ kind }) => kind))).toEqual([]);
    expect(noCode('outcomes', detentions.map(({ outcome }) => outcome))).toEqual([]);
    expect(noCode('custody-period-kinds', periods.map(({ kind }) => kind))).toEqual([]);
    expect(noCode('event-kinds', events.map(({ kind }) => kind))).toEqual([]);
    expect(noCode('follow-up-kinds', followUps.map(({ kind }) => kind))).toEqual([]);
    expect(noCode('follow-up-statuses', followUps.map(({ status }) => status))).toEqual([]);
    expect(noCode('priorities', [...followUps, ...cases].map(({ priority }) => priority))).toEqual([]);
    expect(noCode('case-stages', cases.map(({ stage }) => stage))).toEqual([]);
    expect(noCode('case-outcomes', cases.map(({ outcome }) => outcome))).toEqual([]);
    expect([...people, ...places].map(({ region }) => region).filter((code) => !isRegion(code))).toEqual([]);
  });

  it('says times that the product can read', () => {
    const said = [...periods.flatMap(({ start, end }) => [start, end]), ...events.map(({ when }) => when), ...sources.map(({ stated }) => stated), ...incidents.flatMap(({ start, end }) => [start, end])];
    const context = { zone: demoZone, now: '2021-02-01T06:00:00.000Z' as Instant, onDate: demoDay };
    const refused = said.filter((text): text is string => text !== null && !readTyped(text, context).ok);
    expect(refused).toEqual([]);
    expect(people.filter(({ birth }) => birth !== undefined && !readBirth(birth).ok).map(({ birth }) => birth)).toEqual([]);
  });

  it('gives nobody a telephone that may exist', () => {
    const phones = people.flatMap((one) => [...(one.phones ?? []), ...(one.relatives ?? []).map(({ phone }) => phone)]).filter((phone) => phone !== null);
    expect(phones.filter((phone) => !/^\+7 700 000 \d\d \d\d$/.test(phone))).toEqual([]);
  });
});

/** What we ask or say ourselves: no source can use other words for it. */
const ourOwn = [
  'circumstances', 'export-purposes', 'consent-scopes', 'consent-givers', 'consent-capacities',
  'erasure-grounds', 'identity-checks', 'refusal-grounds', 'request-askers', 'request-kinds', 'request-states', 'restriction-grounds',
];

describe('the code lists', () => {
  it('are named as their files', () => {
    const files = readdirSync('vocabularies').filter((file) => file.endsWith('.json')).map((file) => file.replace('.json', ''));
    expect(listNames()).toEqual(files.sort());
  });

  it.each(listNames())('%s has words in three languages, codes once, both unknowns', (list) => {
    const { values, version } = vocabulary(list);
    const codes = values.map(({ code }) => code);
    expect(version).toMatch(/^\d{4}\.\d\d$/);
    expect(new Set(codes).size).toBe(codes.length);
    if (!ourOwn.includes(list)) expect(codes).toEqual(expect.arrayContaining(['unknown', 'unmapped']));
    expect(values.filter(({ en, ru, kk }) => !en || !ru || !kk)).toEqual([]);
    expect(values.filter(({ parent }) => parent !== undefined && !codes.includes(parent))).toEqual([]);
    expect(values.filter(({ huridocs }) => huridocs != null && !/^MT\d\d:(?:\d\d)+$/.test(huridocs))).toEqual([]);
  });

  it('colour every kind of custody and lead every facility to one', () => {
    const tones = ['kettled', 'transport', 'police', 'court', 'facility', 'hospital'];
    expect(vocabulary('custody-period-kinds').values.filter(({ tone }) => !tones.includes(String(tone)))).toEqual([]);
    expect(noCode('custody-period-kinds', vocabulary('facility-kinds').values.map(({ period_kind: kind }) => kind as string | undefined))).toEqual([]);
  });

  it('end a stay by release, death or removal, never by a transfer or a lifted cordon', () => {
    const ends = vocabulary('event-kinds').values.filter(({ ends_stay: end }) => end === true).map(({ code }) => code);
    expect(ends.filter((code) => !/^released|^let_out|^died|^expelled/.test(code))).toEqual([]);
  });
});

describe('the regions', () => {
  it('have zones that exist, parents that exist and codes once', () => {
    expect(regions.length).toBe(22);
    expect(new Set(regions.map(({ code }) => code)).size).toBe(22);
    expect(regions.filter(({ zone }) => !zoneExists(zone))).toEqual([]);
    expect(regions.filter(({ split_from: parent }) => parent !== null && !isRegion(parent))).toEqual([]);
  });

  it('are found by the names that sources use', () => {
    expect(regionNamed('Москва')?.code).toBe('RU-MOW');
    expect(regionNamed('Санкт-Петербург')?.code).toBe('RU-SPE');
    expect(regionNamed('Нур-Султан')?.code).toBe('KZ-71');
    expect(regionNamed('Алматинская область')?.code).toBe('KZ-19');
    expect(regionNamed('г. Алматы')?.code).toBe('KZ-75');
  });

  it('answer one name with one region', () => {
    const read = (file: string) => JSON.parse(readFileSync(join('vocabularies/regions', file), 'utf8')) as { values: { code: string; aliases: string[]; en: string; ru: string; kk: string }[] };
    const strays = ['kz.json', 'ru.json'].flatMap((file) =>
      read(file).values.flatMap((one) => [one.en, one.ru, one.kk, ...one.aliases].filter((word) => regionNamed(word)?.code !== one.code)),
    );
    expect(strays).toEqual([]);
  });
});
