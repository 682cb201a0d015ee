type Kind = 'place' | 'source' | 'organisation' | 'person' | 'incident' | 'detention';

/** The ids the cast was given, by the keys it is written with. */
export class Keys {
  private readonly ids = new Map<string, string>();

  set(kind: Kind, key: string, id: string): void {
    this.ids.set(`${kind} ${key}`, id);
  }

  get(kind: Kind, key: string): string {
    const id = this.ids.get(`${kind} ${key}`);
    if (!id) throw new Error(`the cast has no ${kind} "${key}"`);
    return id;
  }
}
