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

/** The body without what a refusal names, and the places that were named; as `names.0.kind` or `start`. */
export function without(body: Body, fields: readonly string[]): Body {
  const left = structuredClone(body);
  for (const field of fields) {
    const way = field.split('.');
    const last = way.pop() ?? '';
    const holder = way.reduce<unknown>((node, part) => (node as Body | undefined)?.[part], left) as Body | undefined;
    if (Array.isArray(holder)) holder.splice(Number(last), 1);
    else if (holder) delete holder[last];
  }
  return left;
}
