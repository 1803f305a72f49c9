import type { Response } from 'supertest';
import type { TestApp } from '../../test-app.js';
import type { TestDatabase } from '../../test-database.js';
import { createPost } from '../../threads.js';
import type { Cast, ViewerKind } from '../viewers.js';

/** The object of a probe: its names in paths, queries and bodies, and its version. */
export interface Target {
  names: Readonly<Record<string, string>>;
  version: number;
}

/** Creates an object in one state, for the given viewer. */
export type Maker = (stage: Stage, viewer: ViewerKind) => Promise<Target>;

/** Each state of one kind of object, with its maker. */
export type States = Readonly<Record<string, Maker>>;

export const NOBODY = '01900000-0000-7000-8000-000000000000';

/** Creates objects, and has the accounts for it. */
export class Stage {
  private shared: Promise<string> | null = null;
  private addresses = 0;

  constructor(
    readonly app: TestApp,
    readonly database: TestDatabase,
    readonly cast: Cast,
  ) {}

  /** One open post, for objects that do not depend on their post. */
  anyPost(): Promise<string> {
    return (this.shared ??= this.newPost());
  }

  async newPost(change: object = {}): Promise<string> {
    const { id } = await createPost(this.app, this.cast.editor);
    if (Object.keys(change).length > 0) await this.changePost(id, change);
    return id;
  }

  async changePost(id: string, change: object): Promise<void> {
    const call = this.app.request.patch(`/api/v1/posts/${id}`).set(this.cast.editor.auth);
    await this.expect(200, call.send(change));
  }

  /** Makes a comment an hour older. */
  async age(commentId: string): Promise<void> {
    await this.database.query(
      `update comments set created_at = created_at - interval '1 hour' where id = $1`,
      [commentId],
    );
  }

  /** A new client address each time, since networks have limits; a trusted proxy reports it. */
  newAddress(): string {
    const count = ++this.addresses;
    return `10.${(count >> 8) & 255}.${count & 255}.1`;
  }

  async expect(status: number, answer: PromiseLike<Response>): Promise<Response> {
    const got = await answer;
    if (got.status !== status) throw new Error(`Preparing failed with ${got.status}: ${got.text}`);
    return got;
  }
}
