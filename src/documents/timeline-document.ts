import type { Language } from '../kernel/actor/public.js';
import type { Instant } from '../kernel/time/public.js';

/**
 * One detention on paper. Plain data: whoever fills it has already chosen what the reader may see and has said
 * everything in the document's language; only the labels of the document itself are added when it is drawn.
 * A section left out, or left empty, says so on paper.
 */
export interface TimelineDocument {
  readonly language: Language;
  readonly title: string;
  /** Reference numbers of the detention and of what it belongs to; the first one is its own. */
  readonly references: readonly string[];
  /** Only what was recorded by then is told. */
  readonly asKnownAt: SaidInstant;
  /** When this paper was made; also the creation date inside the file. */
  readonly madeAt: SaidInstant;
  /** What it was made for, as stated by the one who made it. */
  readonly madeFor: string;
  readonly madeBy?: string | null;
  /** Who, where, which authority, status, outcome. */
  readonly facts?: readonly LabelledFact[];
  readonly custody?: Custody | null;
  readonly events?: readonly EventRow[];
  readonly figures?: readonly FigureRow[];
  readonly clocks?: readonly ClockRow[];
  readonly contradictions?: readonly Finding[];
  /** Gaps, and time of the stay that no official paper acknowledges. */
  readonly gaps?: readonly Finding[];
  readonly deadlines?: readonly DeadlineRow[];
  readonly remedies?: readonly RemedyRow[];
  readonly documents?: readonly DocumentRow[];
  /** What is kept from this paper, and why, without saying what it is. */
  readonly withheld?: readonly string[];
}

export interface SaidInstant {
  readonly at: Instant;
  readonly words: string;
}

/** A moment as it is known. An open side is null; `asSaid` are the words of the source. */
export interface Moment {
  readonly words: string;
  readonly asSaid?: string | null;
  readonly earliest: Instant | null;
  readonly latest: Instant | null;
}

/** A source as the reader may know it; no label means that it is protected. */
export interface SourceLabel {
  readonly label: string | null;
  readonly reliability?: string | null;
}

export interface LabelledFact {
  readonly label: string;
  readonly value: string;
}

export interface Custody {
  readonly axis: CustodyAxis;
  /** In the order of the lanes: rows of one account stand together. */
  readonly rows: readonly CustodyRow[];
  /** Sums and the zone, under the bar. */
  readonly caption?: string | null;
}

/** The window of the bar. Minutes since 1970-01-01 UTC, or any other measure that the rows share. */
export interface CustodyAxis {
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
}

export interface CustodyRow {
  readonly what: string;
  readonly place?: string | null;
  /** "Observed", "Official": rows with the same words share a lane. */
  readonly account: string;
  readonly start: Moment | null;
  /** null: no end is known. */
  readonly end: Moment | null;
  /** Confirmed as still held: an end is not missing. */
  readonly ongoing?: boolean;
  readonly heldFor: string;
  readonly sources: readonly SourceLabel[];
  /** Left out where nothing can be drawn. */
  readonly bar?: CustodyStretch | null;
}

/** On the measure of the axis: hatched from `possible[0]` to `possible[1]`, solid within `certain`. */
export interface CustodyStretch {
  readonly possible: readonly [from: number, to: number];
  readonly certain: readonly [from: number, to: number] | null;
  readonly openStart?: boolean;
  readonly openEnd?: boolean;
}

export interface EventRow {
  readonly when: Moment | null;
  readonly what: string;
  readonly place?: string | null;
  readonly account: string;
  readonly sources: readonly SourceLabel[];
  readonly note?: string | null;
}

export interface FigureRow {
  readonly label: string;
  readonly value: string;
  /** How it was computed, from which ends, by which method. */
  readonly how: string;
}

export interface ClockRow {
  readonly rule: string;
  /** Article with part, and the pack: "art. 785 (1), pack kz 2014.1". */
  readonly citation: string;
  /** "exceeds by 2 h 30 min", "cannot compute (missing: …)" */
  readonly state: string;
  readonly deadline?: Moment | null;
  /** "reviewed by …, date", "needs legal review" */
  readonly review: string;
  readonly how?: string | null;
}

export interface Finding {
  readonly words: string;
  readonly how?: string | null;
}

export interface DeadlineRow {
  /** Unlike any other of the detention and the same at every export, such as the id of its record. */
  readonly id: string;
  readonly what: string;
  readonly due: Moment;
  readonly citation?: string | null;
  readonly state?: string | null;
}

export interface RemedyRow {
  readonly what: string;
  readonly when?: Moment | null;
  readonly result?: string | null;
}

export interface DocumentRow {
  readonly title: string;
  readonly kind?: string | null;
  readonly when?: Moment | null;
  /** SHA-256 of the file, in hexadecimal; null while the file itself is not held. */
  readonly sha256: string | null;
}
