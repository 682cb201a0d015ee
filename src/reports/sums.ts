import type { Groups } from './count-groups.js';
import type { Figure } from './measure.js';

type Figures = readonly Figure[];

/** Figures of the members of a dimension while they are added up: there are many groups, and each adds to several. */
export class Sums {
  private readonly places = new Map<string, number>();
  /** Of each member one after the other a number for each measure; a most of Infinity has no upper end. */
  private readonly least: number[] = [];
  private readonly most: number[] = [];
  private readonly known: number[] = [];
  private readonly records: number[] = [];

  constructor(private readonly measures: number) {}

  get names(): string[] {
    return [...this.places.keys()];
  }

  /** The place of a member; a new one begins with nothing. */
  place(name: string): number {
    let place = this.places.get(name);
    if (place !== undefined) return place;
    this.places.set(name, (place = this.places.size));
    for (let n = 0; n < this.measures; n += 1) {
      this.least.push(0);
      this.most.push(0);
      this.known.push(0);
      this.records.push(0);
    }
    return place;
  }

  /** @param sure that the group stands at this place: only then it adds to the least */
  add(place: number, { figures, records }: Groups, group: number, sure: boolean): void {
    for (let n = 0, at = place * this.measures; n < this.measures; n += 1, at += 1) {
      const { least = [], most = [], known = [] } = figures[n] ?? {};
      this.plus(at, sure ? (least[group] ?? 0) : 0, most[group] ?? 0, known[group] ?? 0, records[group] ?? 0);
    }
  }

  /** Adds what a member of others has. */
  addAll(place: number, others: Sums, from: number): void {
    for (let n = 0; n < this.measures; n += 1) {
      const at = from * this.measures + n;
      this.plus(place * this.measures + n, others.least[at] ?? 0, others.most[at] ?? 0, others.known[at] ?? 0, others.records[at] ?? 0);
    }
  }

  private plus(at: number, least: number, most: number, known: number, records: number): void {
    this.least[at] = (this.least[at] ?? 0) + least;
    this.most[at] = (this.most[at] ?? 0) + most;
    this.known[at] = (this.known[at] ?? 0) + known;
    this.records[at] = (this.records[at] ?? 0) + records;
  }

  get(name: string): Figures | undefined {
    const place = this.places.get(name);
    return place === undefined ? undefined : Array.from({ length: this.measures }, (_, n) => this.figure(place * this.measures + n));
  }

  private figure(at: number): Figure {
    const { least = 0, most = 0, known = 0, records = 0 } = { least: this.least[at], most: this.most[at], known: this.known[at], records: this.records[at] };
    return { least, most: most === Infinity ? null : most, known, records };
  }

  /** Whether anything is said of this member. */
  told(name: string): boolean {
    const at = (this.places.get(name) ?? -1) * this.measures;
    for (let n = 0; n < this.measures; n += 1) if ((this.most[at + n] ?? 0) !== 0) return true;
    return false;
  }

  /** By which members are put in order: the middle of the first measure, twice. */
  weight(name: string): number {
    const { least, most } = this.figure((this.places.get(name) ?? -1) * this.measures);
    return least + (most ?? least);
  }
}
