import type { ApiDocument, Schema } from '../../support/openapi.js';
import type { Nouns } from './nouns.js';
import type { Shape, Thing } from './shape.js';

const MOST_THINGS = 40;
const MOST_VALUES = 20;
const MOST_SHAPES = 8;

/** Values from earlier answers: things by kind, values by field name, and successful calls. */
export class Pool {
  private things = new Map<string, Thing[]>();
  private values = new Map<string, unknown[]>();
  private shapes = new Map<string, Shape[]>();
  private drafts = new Map<string, Shape>();

  constructor(
    private readonly api: ApiDocument,
    private readonly nouns: Nouns,
    /** Ids that no request may use. */
    private readonly untouchable: ReadonlySet<string>,
  ) {}

  clone(): Pool {
    const copy = new Pool(this.api, this.nouns, this.untouchable);
    const lists = <Item>(from: Map<string, Item[]>) =>
      new Map([...from].map(([name, list]) => [name, [...list]]));
    copy.things = lists(this.things);
    copy.values = lists(this.values);
    copy.shapes = lists(this.shapes);
    copy.drafts = new Map(this.drafts);
    return copy;
  }

  /** @param nth counted from the newest */
  thing(kind: string, nth: number): Thing | null {
    return chosen(this.things.get(kind), nth);
  }

  value(name: string, nth: number): unknown {
    return chosen(this.values.get(name), nth) ?? undefined;
  }

  shape(operationId: string, nth: number): Shape | null {
    return chosen(this.shapes.get(operationId), nth);
  }

  /** Stores a successful request. */
  keepShape(operationId: string, shape: Shape): void {
    keep(this.shapes, operationId, shape, MOST_SHAPES);
  }

  /** Stores a mended version of a refused request. */
  keepDraft(operationId: string, shape: Shape): void {
    this.drafts.set(operationId, shape);
  }

  /** Returns a draft once. */
  takeDraft(operationId: string): Shape | null {
    const draft = this.drafts.get(operationId) ?? null;
    this.drafts.delete(operationId);
    return draft;
  }

  keepValue(name: string, value: unknown): void {
    const list = this.values.get(name);
    if (list?.at(-1) === value) return;
    if (list)
      this.values.set(
        name,
        list.filter((other) => other !== value),
      );
    keep(this.values, name, value, MOST_VALUES);
  }

  /** Forgets a thing that no longer exists, or is of another kind. */
  drop(kind: string, { id }: Thing): void {
    const left = (this.things.get(kind) ?? []).filter((thing) => thing.id !== id);
    this.things.set(kind, left);
  }

  /** Extracts things and values from an answer, guided by its schema. */
  learn(schema: Schema, value: unknown, name = ''): void {
    if (Array.isArray(value)) {
      const { items } = this.api.resolve(schema);
      for (const item of value.slice(0, MOST_THINGS)) this.learn(items ?? {}, item, name);
      return;
    }
    if (typeof value !== 'object' || value === null) return;
    const named = this.named(schema, value);
    const fields = Object.entries(value as Record<string, unknown>);
    this.keepThing(named?.name ?? name, value as Thing);
    for (const [field, held] of fields) {
      if (typeof held === 'string' || typeof held === 'number') {
        if (!this.untouchable.has(String(held))) this.keepValue(field, held);
      } else this.learn(named?.schema.properties?.[field] ?? {}, held);
    }
  }

  private keepThing(schemaName: string, thing: Thing): void {
    const { id, username } = thing;
    if (typeof id !== 'string' || this.untouchable.has(id)) return;
    const kind = this.nouns.ofSchema(schemaName) ?? (username === undefined ? null : 'user');
    if (kind === null) return;
    const former = this.things.get(kind)?.find((other) => other.id === id);
    this.drop(kind, thing);
    keep(this.things, kind, { ...former, ...thing }, MOST_THINGS);
  }

  /** The schema with its name; of several, the first that has all fields of the value. */
  private named(schema: Schema, value: object): { name: string; schema: Schema } | null {
    if (schema.$ref) {
      const name = schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1);
      return { name, schema: this.api.resolve(schema) };
    }
    for (const choice of [
      ...(schema.allOf ?? []),
      ...(schema.anyOf ?? []),
      ...(schema.oneOf ?? []),
    ]) {
      const found = this.named(choice, value);
      const known = found?.schema.properties ?? {};
      if (found && Object.keys(value).every((field) => field in known)) return found;
    }
    return schema.properties ? { name: '', schema } : null;
  }
}

function chosen<Item>(list: readonly Item[] | undefined, nth: number): Item | null {
  return list?.length ? list[list.length - 1 - (nth % list.length)] : null;
}

function keep<Item>(lists: Map<string, Item[]>, name: string, item: Item, most: number): void {
  const list = lists.get(name) ?? [];
  lists.set(name, [...list, item].slice(-most));
}
