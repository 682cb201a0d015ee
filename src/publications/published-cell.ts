/** One figure of a published table: how many of the counted units fall into it. */
export interface PublishedCell {
  /** Its table and place in it, unique over everything that is looked at together. */
  readonly id: string;
  /** The counted units by number: the same unit has the same number in every table and every publication. */
  readonly units: readonly number[];
  /** From which number of different people on the figure may stand. */
  readonly threshold: number;
  /** A sum over others of its table; suppressed only when nothing else helps, since readers need it most. */
  readonly isTotal: boolean;
  /** Already out: it can be suppressed no more, and what it gives away is given away. */
  readonly isOut: boolean;
}

/** What nobody may be able to work out: a small figure, or the small difference of two figures. */
export interface Sensitive {
  readonly units: readonly number[];
  readonly threshold: number;
}

/** Different people among some units. `personOf` by number of unit. */
export const peopleIn = (units: readonly number[], personOf: readonly string[]): number => new Set(units.map((unit) => personOf[unit])).size;

/** Somebody is in it, but fewer people than may be told apart. A zero says nothing about anybody known to be counted. */
export const isSmall = (units: readonly number[], threshold: number, personOf: readonly string[]): boolean => {
  const people = peopleIn(units, personOf);
  return people > 0 && people < threshold;
};
