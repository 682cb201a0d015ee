/** What of an OpenAPI document is needed to fill the bodies of its routes. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
}

export interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> } }>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

export type Body = Record<string, unknown>;

/** Every place for text of a body with a text of its own, but where `given` says what stands there. */
export class FilledBody {
  constructor(
    private readonly document: Description,
    /** A text that stands nowhere else, for one place. */
    private readonly plant: (place: string) => string,
  ) {}

  of(schema: Schema, given: Body, at: string): Body {
    const { properties = {} } = this.resolved(schema);
    const filled = Object.entries(properties).flatMap(([name, inner]) => {
      const value = this.value(inner, `${at} ${name}`);
      return value === undefined ? [] : [[name, value] as const];
    });
    return { ...Object.fromEntries(filled), ...given };
  }

  private value(schema: Schema, at: string): unknown {
    const { type, enum: codes, properties, items } = this.resolved(schema);
    if (properties && 'said' in properties && 'precision' in properties) return momentSaid(this.plant(`${at}.said`));
    if (properties) return this.of(schema, {}, at);
    if (codes) return codes[0];
    if (items) {
      const one = this.value(items, `${at}[]`);
      return one === undefined ? undefined : [one];
    }
    return [type].flat().includes('string') ? this.plant(at) : undefined;
  }

  private resolved(schema: Schema): Schema {
    if (schema.$ref) return this.resolved(this.document.components.schemas[schema.$ref.split('/').pop() ?? ''] ?? {});
    const [first] = [...(schema.allOf ?? []), ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
    return first ? this.resolved(first) : schema;
  }
}

/** Words about a time are free beside its bounds. */
const momentSaid = (said: string): Body => ({ said, precision: 'between', earliest: '2021-01-10T03:00:00.000Z', latest: '2021-01-10T03:30:00.000Z', zone: 'Asia/Almaty' });

/**
 * The body without what a refusal names, as `names.0.kind`. Where something is missing that is no text, what it is missing in
 * goes. null: nothing is left to leave out.
 */
export function without(body: Body, fields: readonly string[]): Body | null {
  const left = structuredClone(body);
  let changed = false;
  // The last first, so that places in lists stay right.
  for (const field of [...fields].sort().reverse()) changed = cut(left, field.split('.')) || changed;
  return changed ? left : null;
}

function cut(body: Body, way: readonly string[]): boolean {
  const [last = ''] = way.slice(-1);
  const holder = way.slice(0, -1).reduce<unknown>((node, part) => (node as Body | undefined)?.[part], body) as Body | undefined;
  if (holder && last in holder) {
    if (Array.isArray(holder)) holder.splice(Number(last), 1);
    else delete holder[last];
    return true;
  }
  return way.length > 1 && cut(body, way.slice(0, -1));
}
