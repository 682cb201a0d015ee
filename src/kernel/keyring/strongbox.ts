import { randomBytes } from 'node:crypto';
import { derivedRing, freshRing, openRing, sealRing, type KeyRing } from '../crypto/public.js';
import type { Instant } from '../time/public.js';
import { openedSlot, type Entered } from './entered.js';
import type { InstanceFile } from './instance-file.js';
import { makeSlot, resealed, type Slot, type SlotKind } from './slot.js';

/** Where the instance file is kept. */
export interface FileKeeper {
  read(): InstanceFile;
  /** Whole or not at all, and on the disk when it returns. */
  write(file: InstanceFile): void;
}

/** What the owners are told of a slot; nothing of it opens anything. */
export type SlotInWords = Pick<Slot, 'id' | 'kind' | 'madeAt' | 'file'>;

export type SlotSecret = { readonly kind: SlotKind; readonly secret: Buffer } & Pick<Slot, 'salt' | 'file'>;

/** The master key of an open instance, with the slots that open it and the data keys it opens. */
export class Strongbox {
  constructor(
    private master: Buffer,
    private readonly keeper: FileKeeper,
  ) {}

  /** One without a file, whose data keys are those of `Keys.of`: for tests and measurements. */
  static inMemory(secret: Buffer): Strongbox {
    const { file, master } = newInstanceFile('in memory', { kind: 'file', secret }, '2026-11-24T08:00:00.000Z' as Instant, derivedRing(secret));
    let kept = file;
    return new Strongbox(master, { read: () => kept, write: (next) => void (kept = next) });
  }

  slots(): SlotInWords[] {
    return this.keeper.read().slots.map(({ id, kind, madeAt, file }) => ({ id, kind, madeAt, ...(file ? { file } : {}) }));
  }

  ring(): KeyRing {
    const { ring, instance } = this.keeper.read();
    return openRing(ring, this.master, instance);
  }

  /** Keeps other data keys in place of the ones before; on the disk when it returns. */
  keepRing(ring: KeyRing): void {
    const file = this.keeper.read();
    this.keeper.write({ ...file, ring: sealRing(ring, this.master, file.instance) });
  }

  /** One more way to the master key. Answers the slot's number. */
  add({ secret, ...plan }: SlotSecret, now: Instant): number {
    const file = this.keeper.read();
    const id = Math.max(0, ...file.slots.map((slot) => slot.id)) + 1;
    this.keeper.write({ ...file, slots: [...file.slots, makeSlot({ ...plan, id, madeAt: now }, secret, this.master, file.instance)] });
    return id;
  }

  /**
   * Takes a way away and changes the master key with it, so that who kept the old file and the slot's secret does not
   * open the new one. `last`: it is the only one and stays.
   */
  remove(id: number): 'removed' | 'absent' | 'last' {
    const { slots } = this.keeper.read();
    if (!slots.some((slot) => slot.id === id)) return 'absent';
    if (slots.length === 1) return 'last';
    this.changeMaster(slots.filter((slot) => slot.id !== id));
    return 'removed';
  }

  /** A new master key in every slot; nobody has to enter anything, and every secret goes on opening. */
  changeMaster(slots: readonly Slot[] = this.keeper.read().slots): void {
    const { form, instance } = this.keeper.read();
    const ring = this.ring();
    const master = randomBytes(32);
    this.keeper.write({ form, instance, slots: slots.map((slot) => resealed(slot, master, instance)), ring: sealRing(ring, master, instance) });
    this.master = master;
  }

  /**
   * Tries what was entered on the instance as it stands on the disk. Older slots of the same kind end with it: the new paper
   * has been read back, so the one before it need not open anything any more. Answers the kind.
   * @throws KeyRefused when it does not open
   */
  async rehearse(entered: Entered): Promise<SlotKind> {
    const { slot } = await openedSlot(this.keeper.read(), entered);
    const { slots } = this.keeper.read();
    const left = slots.filter(({ id, kind }) => kind !== slot.kind || id >= slot.id);
    if (left.length < slots.length) this.changeMaster(left);
    return slot.kind;
  }

  /** A copy of the master key, to open the instance once more in this process. */
  lend(): Buffer {
    return Buffer.from(this.master);
  }

  /** Overwrites the master key in memory; nothing more can be done with this object. */
  forget(): void {
    this.master.fill(0);
  }
}

/** The file of a new instance, or of one taken over with the data keys it had. */
export function newInstanceFile(instance: string, { secret, ...plan }: SlotSecret, now: Instant, ring: KeyRing = freshRing()): { file: InstanceFile; master: Buffer } {
  const master = randomBytes(32);
  const slot = makeSlot({ ...plan, id: 1, madeAt: now }, secret, master, instance);
  return { master, file: { form: 2, instance, slots: [slot], ring: sealRing(ring, master, instance) } };
}
