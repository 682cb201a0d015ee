import type { EntityManager } from 'typeorm';
import canonicalize from 'canonicalize';
import { BLOCK, Frontier, leafHash } from '../kernel/merkle/public.js';
import { AuditBlock } from './audit-block.entity.js';
import { AuditCheckpoint } from './audit-checkpoint.entity.js';
import { AuditEntry } from './audit-entry.entity.js';
import type { AuditHead } from './audit-head.entity.js';
import type { Leaf } from './leaf.js';
import { readHead, readNote, type NoteVerifier, type TreeHead } from './signed-note.js';
import { newestCheckpoint, readHeadRow } from './tree-reader.js';

/**
 * `missing`: an entry is not there. `form`: not canonical, or of another log. `hash`, `columns`: changed. `link`: does not
 * follow the one before. `block`, `head`: the tree beside the entries is another. `checkpoint`: the log was rewritten since
 * it was signed there. `signature`: a checkpoint is not signed by us. `note`: the head given does not fit.
 */
export type ChainFault = 'missing' | 'form' | 'hash' | 'link' | 'columns' | 'block' | 'head' | 'checkpoint' | 'signature' | 'note';

export interface ChainState {
  readonly entries: number;
  /** Number of the first entry that does not fit, or null when the whole log holds. */
  readonly firstFault: number | null;
  readonly fault: ChainFault | null;
}

/** What the log is compared with besides itself. */
export interface Against {
  /** A head as somebody outside wrote it down: whoever rewrites all of the log cannot rewrite that note. */
  readonly noted?: TreeHead | null;
  /** Keys whose signatures count; without them signatures are not looked at. */
  readonly keys?: readonly NoteVerifier[];
  /** Blocks as they ought to be, where they are not, are put here instead of being a fault. */
  readonly mend?: AuditBlock[];
}

const PAGE = 2000;

/**
 * Goes through the whole log from its first entry: numbers dense, text canonical, hashes right, each entry naming the one
 * before, the tree as it was signed at every checkpoint. Others may be writing meanwhile: what they append before the end
 * is reached is verified too.
 */
export function verifyChain(manager: EntityManager, told: (done: number) => void = () => {}, against: Against = {}): Promise<ChainState> {
  return new ChainWalk(manager, against).run(told);
}

class ChainWalk {
  private readonly edge = Frontier.empty();
  private last: string | null = null;

  constructor(
    private readonly manager: EntityManager,
    private readonly against: Against,
  ) {}

  async run(told: (done: number) => void): Promise<ChainState> {
    const { origin } = await readHeadRow(this.manager);
    const { noted } = this.against;
    if (noted && noted.origin !== origin) return this.found('note', 0);
    for (;;) {
      const rows = await this.rows();
      const page = rows.length > 0 ? await this.beside(rows.length) : null;
      for (const row of rows) {
        const fault = this.faultOf(row, origin) ?? (page && this.grow(row, page));
        if (fault) return this.found(fault, row.seq > this.edge.size ? this.edge.size : row.seq);
      }
      told(this.edge.size);
      if (rows.length === PAGE) continue;
      // In this order: a head that others write meanwhile can only be further than what was signed before.
      const signed = (await newestCheckpoint(this.manager))?.size ?? 0;
      const blocks = await blocksKept(this.manager);
      const head = await readHeadRow(this.manager);
      if (this.isEnd(head)) return this.ended(signed, blocks);
      const grown = head.size > this.edge.size && (await this.rows()).length > 0;
      if (!grown) return this.found('head', this.edge.size);
    }
  }

  private rows(): Promise<AuditEntry[]> {
    return this.manager.createQueryBuilder(AuditEntry, 'e').where('e.seq >= :seq', { seq: this.edge.size }).orderBy('e.seq').limit(PAGE).getMany();
  }

  /** Blocks and checkpoints of the next entries. */
  private async beside(count: number): Promise<Beside> {
    const [from, to] = [this.edge.size, this.edge.size + count];
    const blocks = await this.manager.createQueryBuilder(AuditBlock, 'b').where('b.position >= :first AND b.position <= :last', { first: Math.floor(from / BLOCK), last: Math.floor(to / BLOCK) }).getMany();
    const checkpoints = await this.manager.createQueryBuilder(AuditCheckpoint, 'c').where('c.size > :from AND c.size <= :to', { from, to }).getMany();
    return { blocks: new Map(blocks.map((one) => [one.position, one.hash])), notes: new Map(checkpoints.map((one) => [one.size, one.note])) };
  }

  private faultOf(row: AuditEntry, origin: string): ChainFault | null {
    if (row.seq !== this.edge.size) return 'missing';
    if (leafHash(row.leaf).toString('hex') !== row.hash) return 'hash';
    const leaf = JSON.parse(row.leaf) as Leaf;
    if (canonicalize(leaf) !== row.leaf || (leaf.v !== 1 && leaf.log !== origin)) return 'form';
    if (leaf.seq !== row.seq || leaf.prev !== this.last) return 'link';
    return sameColumns(row, leaf) ? null : 'columns';
  }

  /** Appends an entry that is sound by itself to the tree. */
  private grow(row: AuditEntry, { blocks, notes }: Beside): ChainFault | null {
    const block = this.edge.add(leafHash(row.leaf));
    this.last = row.hash;
    if (block && !this.isBlock({ position: this.edge.size / BLOCK - 1, hash: block.toString('hex') }, blocks)) return 'block';
    const { noted } = this.against;
    if (noted?.size === this.edge.size && !noted.root.equals(this.edge.root())) return 'note';
    const text = notes.get(this.edge.size);
    return text === undefined ? null : this.checkpointFault(text);
  }

  private isBlock(ought: AuditBlock, kept: ReadonlyMap<number, string>): boolean {
    return kept.get(ought.position) === ought.hash || this.against.mend?.push(ought) !== undefined;
  }

  private checkpointFault(text: string): ChainFault | null {
    const note = readNote(text);
    const head = note && readHead(note.text);
    if (!head || head.size !== this.edge.size || !head.root.equals(this.edge.root())) return 'checkpoint';
    return this.against.keys?.some((key) => key.signed(note)) === false ? 'signature' : null;
  }

  private isEnd(head: AuditHead): boolean {
    return head.size === this.edge.size && head.last === this.last && head.frontier === this.edge.text();
  }

  /**
   * @param signed size of the newest checkpoint: entries that were signed and are not there were cut off
   * @param blocks how many blocks there are: one of entries that are still to come would stop the log when they come
   */
  private ended(signed: number, blocks: number): ChainState {
    const { noted } = this.against;
    if (noted && noted.size > this.edge.size) return this.found('note', this.edge.size);
    if (signed > this.edge.size) return this.found('checkpoint', this.edge.size);
    if (blocks * BLOCK > this.edge.size && !this.against.mend) return this.found('block', this.edge.size);
    return { entries: this.edge.size, firstFault: null, fault: null };
  }

  private found(fault: ChainFault, firstFault: number): ChainState {
    return { entries: this.edge.size, firstFault, fault };
  }
}

interface Beside {
  readonly blocks: ReadonlyMap<number, string>;
  readonly notes: ReadonlyMap<number, string>;
}

async function blocksKept(manager: EntityManager): Promise<number> {
  const [{ last }] = (await manager.query('SELECT MAX(position) AS last FROM audit_block')) as [{ last: number | null }];
  return last === null ? 0 : last + 1;
}

/** The columns beside the text repeat parts of it for filtering. */
function sameColumns(row: AuditEntry, leaf: Leaf): boolean {
  const [told, shown] = [
    [leaf.t, leaf.actor, leaf.act, leaf.kind, leaf.id, leaf.ok ? 1 : 0],
    [row.at, row.actorId, row.act, row.kind, row.recordId, row.allowed],
  ];
  return told.every((value, n) => value === shown[n]);
}
