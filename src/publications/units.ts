/** Numbers for detentions, the same in every publication; of somebody who is named there is none. */
export class Units {
  readonly people: string[] = [];
  readonly numbers = new Map<string, number>();

  of(ids: readonly string[], personOf: Readonly<Record<string, string>>, named: ReadonlySet<string>): number[] {
    return ids.flatMap((id) => {
      const person = personOf[id] ?? id;
      if (named.has(person)) return [];
      const known = this.numbers.get(id);
      if (known !== undefined) return [known];
      this.numbers.set(id, this.people.length);
      return [this.people.push(person) - 1];
    });
  }
}
