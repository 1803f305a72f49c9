import type { Response } from 'supertest';
import type { TestApp } from '../../test-app.js';
import type { TestDatabase } from '../../test-database.js';
import { createPost } from '../../threads.js';
import type { Cast, ViewerKind } from '../viewers.js';

/** What is asked about: the names by which paths, queries and bodies call it, and its version. */
export interface Target {
  names: Readonly<Record<string, string>>;
  version: number;
}

/** Makes an object in one state; `viewer` is who will ask. */
export type Maker = (stage: Stage, viewer: ViewerKind) => Promise<Target>;

/** Each state of one kind of object, and how it comes about. */
export type States = Readonly<Record<string, Maker>>;

export const NOBODY = '01900000-0000-7000-8000-000000000000';

/** Where objects are made, and by whom. */
export class Stage {
  private shared: Promise<string> | null = null;
  private addresses = 0;

  constructor(
    readonly app: TestApp,
    readonly database: TestDatabase,
    readonly cast: Cast,
  ) {}

  /** One open post, for what is of no account to others in it. */
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

  /** As if something had happened an hour ago. */
  async age(commentId: string): Promise<void> {
    await this.database.query(
      `update comments set created_at = created_at - interval '1 hour' where id = $1`,
      [commentId],
    );
  }

  /** Another network each time, since networks have limits; behind a proxy that is trusted. */
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
