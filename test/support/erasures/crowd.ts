import { PASSWORD, type Person, register } from '../people.js';
import type { TestApp } from '../test-app.js';
import type { TestDatabase } from '../test-database.js';
import { createPost, say } from '../threads.js';
import { newCanary, plant } from './planting.js';

/** An account that has written, with everything else about it. */
export interface Planted extends Person {
  canary: string;
  /** A text about it in the writings of others. */
  about: string;
  postId: string;
  /** A published comment with a reply by another account. */
  commentId: string;
  answerId: string;
  /** A comment removed by moderators. */
  removedId: string;
}

/** The planted texts by place. */
interface Texts {
  canary: string;
  about: string;
  said: string;
  answer: string;
}

interface Staff {
  editor: Person;
  /** The account that replies to everybody. */
  other: Person;
}

const A_POST = 50;

/** Accounts in discussions of fifty, with a text in every column that may hold one. */
export class Crowd {
  readonly people: Planted[] = [];
  readonly posts: { id: string; slug: string }[] = [];

  constructor(
    private readonly app: TestApp,
    private readonly database: Pick<TestDatabase, 'query'>,
    private readonly staff: Staff,
  ) {}

  /** Accounts that wait for erasure; every second one leaves its published comments. */
  async gatherLeaving(count: number): Promise<void> {
    for (let nth = 0; nth < count; nth++) {
      const removes = nth % 2 === 0;
      const canary = newCanary();
      const person = await this.join({
        canary,
        about: canary,
        said: removes ? canary : '',
        answer: '',
      });
      await this.app.request
        .delete('/api/v1/users/me')
        .set(person.auth)
        .send({ comments: removes ? 'remove' : 'anonymise', current: PASSWORD })
        .expect(202);
      await this.plant(person, this.staff.other);
    }
  }

  /** Accounts that stay, each a neighbour of the next. */
  async gatherNeighbours(count: number): Promise<void> {
    for (let nth = 0; nth < count; nth++) {
      const [canary, about] = [newCanary(), newCanary()];
      await this.join({ canary, about, said: canary, answer: about });
    }
    for (const [nth, person] of this.people.entries())
      await this.plant(person, this.people[(nth + 1) % count]);
  }

  private async join(texts: Texts): Promise<Planted> {
    const { app, staff, people, posts } = this;
    if (people.length % A_POST === 0) posts.push(await createPost(app, staff.editor));
    const { id: postId } = posts.at(-1)!;
    const person = await register(app);
    const said = await say(app, person, postId, `I said ${texts.said}`.trim());
    const answer = await say(app, staff.other, postId, `I answer ${texts.answer}`.trim(), said.id);
    const { id } = await say(app, person, postId, `This is removed: ${texts.canary}`);
    await app.request
      .post(`/api/v1/moderation/comments/${id}/decisions`)
      .set(staff.editor.auth)
      .send({ action: 'remove', reason: 'spam', note: texts.about, version: 1 })
      .expect(201);
    const ids = { postId, commentId: said.id, answerId: answer.id, removedId: id };
    const planted = { ...person, ...ids, canary: texts.canary, about: texts.about };
    people.push(planted);
    return planted;
  }

  private plant(person: Planted, other: Pick<Person, 'id'>): Promise<void> {
    const { canary, about, removedId: commentId } = person;
    return plant(this.database, person, { canary, about, commentId, otherId: other.id });
  }
}
