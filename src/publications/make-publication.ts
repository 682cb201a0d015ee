import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Reach } from '../access/public.js';
import type { DocumentWords } from '../documents/public.js';
import { KnownPeople, ReachKnown, SearchedText, wordsOfFile, type Finding } from '../exposure/public.js';
import { calledName, individualKind } from '../individuals/public.js';
import type { Actor, Language } from '../kernel/actor/public.js';
import { FileVault, type Taken } from '../kernel/crypto/public.js';
import { putRows, rowsOf, UnitOfWork, type Work } from '../kernel/db/public.js';
import { Problem } from '../kernel/errors/public.js';
import { Records } from '../kernel/record/public.js';
import { KeepFacts, type Scope } from '../reports/public.js';
import { ReadCountedStays, type CountedStays } from './counted-stays.js';
import { filesOf, type MadeFile } from './files-of.js';
import { FrozenFigures, type Kept } from './frozen-figures.js';
import { laidOutTable, type LaidOut } from './laid-out.js';
import { NamingTells } from './naming-tells.js';
import { offered } from './offered-dimensions.js';
import { periodSaid } from './period-said.js';
import { PublicationFile } from './publication.entity.js';
import { publicationKind } from './publication.kind.js';
import type { FindingView, KnownPublication, MadeView } from './publication.view.js';
import { publishedTables, type Frozen, type PublishedTable } from './published-tables.js';
import type { Told } from './suppression.js';
import { AllAlike } from './hide-shared-fates.js';

const SHOWN = 50;

/**
 * Makes the files of a publication: counts, leaves out what would tell of few, renders, and then looks for every known name
 * and number in what was rendered. Only files in which nobody is found are kept; what a second person agrees to are these bytes.
 */
@Injectable()
export class MakePublication {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reader: EntityManager,
    private readonly reach: Reach,
    private readonly records: Records,
    private readonly vault: FileVault,
    private readonly facts: KeepFacts,
    private readonly stays: ReadCountedStays,
    private readonly known: KnownPeople,
    private readonly reachKnown: ReachKnown,
    private readonly frozen: FrozenFigures,
  ) {}

  /** @throws Problem `publication.state` (409) once it is proposed, `publication.all_alike` and `publication.naming_tells` (409), `publication.nobody` (422) @param told how far it is; what it throws ends the making */
  async run(actor: Actor, id: string, words: DocumentWords, told: Told): Promise<MadeView> {
    const publication = await this.reach.one(actor, publicationKind, id);
    refuseState(publication);
    await this.facts.ready();
    const counted = await this.stays.of(actor, offered, this.scopeOf(publication));
    if (counted.stays.length === 0) throw new Problem('publication.nobody', { status: 422 });
    const named = publication.named ? await this.namesOf(counted) : new Map<string, string>();
    const out = await this.frozen.out(publication.id);
    const { tables, frozen } = await this.tablesOf(publication, counted, { named: [...named.keys()], out, told });
    const laidOut = this.layOut(publication, tables, publication.named ? [...named.values()] : null, words);
    const files = await filesOf(laidOut, this.work.clock.now(), words);
    const findings = await this.search(files, new Set(named.keys()));
    if (findings.length === 0) await this.keep(actor, publication, files, { ...frozen, reckoned: out.map((one) => one.id), madeBy: actor.id });
    else await this.tell(actor, id, findings.length);
    return { findings: await this.shown(actor, findings.slice(0, SHOWN)), ...counted.leftOut, ...countsOf(tables) };
  }

  private scopeOf({ fromDay, toDay, regionCode }: KnownPublication): Scope {
    return { from: fromDay || null, to: toDay || null, region: regionCode, authority: null, kind: null, outcome: null, incident: null, borders: 'event', now: this.work.clock.now() };
  }

  private async tablesOf(publication: KnownPublication, { stays }: CountedStays, { named, out, told }: { named: readonly string[]; out: readonly Kept[]; told: Told }): Promise<{ tables: PublishedTable[]; frozen: Frozen }> {
    const { reference, tables, threshold } = publication;
    try {
      return await publishedTables(stays, { reference, tables, threshold, dimensions: offered.map(({ id }) => id), named }, out.map((one) => one.frozen), told);
    } catch (error) {
      if (error instanceof NamingTells) throw new Problem('publication.naming_tells', { status: 409 });
      if (error instanceof AllAlike) throw new Problem('publication.all_alike', { status: 409 });
      throw error;
    }
  }

  /** By person, of those who agreed to be named in public. */
  private async namesOf({ stays }: CountedStays): Promise<Map<string, string>> {
    const ids = [...new Set(stays.filter(({ mayBeNamed }) => mayBeNamed).map(({ person }) => person))];
    if (ids.length === 0) return new Map();
    const people = await this.records.open(this.reader, individualKind, await rowsOf(this.reader, individualKind.row, 'WHERE r.id IN (:...ids)', { ids }));
    const named = people.flatMap((person): [string, string][] => (person.names?.[0] ? [[person.id, calledName(person)]] : []));
    return new Map(named.filter(([, name]) => name !== '').sort(([, a], [, b]) => a.localeCompare(b)));
  }

  private layOut({ title, reference, intro, language, fromDay, toDay, threshold }: KnownPublication, tables: readonly PublishedTable[], names: readonly string[] | null, words: DocumentWords): LaidOut {
    return {
      ...{ language: language as Language, title, reference, intro },
      tables: tables.map((table) => laidOutTable(table, language as Language, words)),
      names,
      notes: [
        periodSaid({ fromDay, toDay }, language as Language, words),
        words.say('publications.note.counted'),
        words.say('publications.note.left_out', { threshold }),
        words.say('publications.note.method', { reference }),
      ],
    };
  }

  /** Whoever is listed by name has agreed to it; everybody else found is a finding, their relatives and who spoke for them too. */
  private async search(files: readonly MadeFile[], mayBeNamed: ReadonlySet<string>): Promise<Finding[]> {
    const texts = await Promise.all(files.map(({ bytes, format }) => wordsOfFile(bytes, format)));
    const searched = new SearchedText(texts.join('\n'));
    const found: Finding[] = [];
    for await (const one of this.known.all()) found.push(...searched.find(one).filter(({ by }) => !(by === 'name' && one.kind === 'individual' && mayBeNamed.has(one.id))));
    return found;
  }

  /** Who it is only where the reader reaches them: that somebody stands there is told in any case. */
  private async shown(actor: Actor, findings: readonly Finding[]): Promise<FindingView[]> {
    const seen = await this.reachKnown.of(actor, findings);
    return findings.map(({ kind, id, by }) => ({ kind, by, id: seen.has(id) ? id : null }));
  }

  private async keep(actor: Actor, publication: KnownPublication, files: readonly MadeFile[], frozen: Frozen): Promise<void> {
    const now = this.work.clock.now();
    const all = [...files, { format: 'frozen' as const, bytes: Buffer.from(JSON.stringify(frozen)) }];
    const taken: { format: PublicationFile['format']; file: Taken }[] = [];
    for (const { format, bytes } of all) taken.push({ format, file: await this.vault.take(onePiece(bytes), now) });
    const old = await rowsOf(this.reader, PublicationFile, 'WHERE r.publication_id = :id', { id: publication.id });
    await this.work.run(actor, async (work) => {
      refuseState(await this.reach.within(work, publicationKind, publication.id));
      await this.forget(work, old);
      for (const { file } of taken) await this.vault.keep(work, file, null);
      await putRows(work.manager, PublicationFile, taken.map(({ format, file }) => ({ id: file.id, publicationId: publication.id, format, size: file.size, sha256: file.sha256 })));
      await this.records.revise(work, publicationKind, publication, publication.version, { state: 'made', madeAt: now });
      work.note({ act: 'publication.made', kind: 'publication', recordId: publication.id, facts: { files: files.length } });
    });
    for (const { id } of old) await this.vault.discard(id);
  }

  private async forget(work: Work, old: readonly PublicationFile[]): Promise<void> {
    for (const { id } of old) {
      await work.manager.delete(PublicationFile, { id });
      await this.vault.destroy(work, id);
    }
  }

  private tell(actor: Actor, recordId: string, findings: number): Promise<void> {
    const note = { act: 'publication.people_found', kind: 'publication', recordId, facts: { findings }, allowed: false };
    return this.work.log([{ ...note, actor, at: this.work.clock.now() }]);
  }
}

/** @throws Problem `publication.state` (409): what others have been asked to agree to stays as it is. */
export function refuseState({ state }: Pick<KnownPublication, 'state'>, ...good: readonly KnownPublication['state'][]): void {
  if (!(good.length > 0 ? good : ['draft', 'made']).includes(state)) throw new Problem('publication.state', { status: 409 });
}

function countsOf(tables: readonly PublishedTable[]): Pick<MadeView, 'figures' | 'figuresLeftOut'> {
  const all = tables.flatMap(({ figures }) => Object.values(figures).flatMap((line) => Object.values(line)));
  return { figures: all.length, figuresLeftOut: all.filter((figure) => figure === null).length };
}

async function* onePiece(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}
