import fc from 'fast-check';
import type { Client, Known } from './client.js';

/** One step of one client. Its comment is chosen among those that the clients know by then. */
class Step implements fc.AsyncCommand<Client, Client> {
  constructor(
    private readonly name: string,
    private readonly run_: (client: Client, comment: Known) => Promise<void>,
    /** The index of the comment, counted from the newest; null for a step without one. */
    private readonly choice: number | null = null,
    private readonly own = false,
  ) {}

  check(client: Readonly<Client>): boolean {
    return this.choice === null || client.choices(this.own).length > 0;
  }

  async run(client: Client): Promise<void> {
    const choices = client.choices(this.own);
    const at = this.choice === null ? 0 : this.choice % choices.length;
    await this.run_(client, choices[choices.length - 1 - at]);
  }

  toString(): string {
    return this.choice === null ? this.name : `${this.name}(${this.choice})`;
  }
}

/** Prefers the newest comments: conflicts need clients that choose the same one. */
const CHOICE = fc.nat({ max: 3 });

const COMMENT = fc.constant(new Step('comment', (client) => client.create(null)));
const REPLY = CHOICE.map((at) => new Step('reply', (client, to) => client.create(to), at));
const EDIT = CHOICE.map((at) => new Step('edit', (client, on) => client.edit(on), at, true));
const DELETE = CHOICE.map((at) => new Step('delete', (client, on) => client.delete(on), at, true));
const REMOVE = CHOICE.map(
  (at) => new Step('remove', (client, on) => client.decide('remove', on), at),
);
const RESTORE = CHOICE.map(
  (at) => new Step('restore', (client, on) => client.decide('restore', on), at),
);
const LOCK = fc.constant(new Step('lock', (client) => client.setLock('lock')));
const UNLOCK = fc.constant(new Step('unlock', (client) => client.setLock('unlock')));
const READ = fc.constant(new Step('read', (client) => client.read()));

const MOST = 12;
const SIZE = { maxCommands: MOST, size: 'max' } as const;

/** The commands of the four clients in one run: two write, two moderate. */
export const FOUR_CLIENTS = fc.tuple(
  fc.commands([COMMENT, REPLY, REPLY, EDIT, EDIT, DELETE, READ], SIZE),
  fc.commands([COMMENT, REPLY, REPLY, EDIT, EDIT, DELETE, READ], SIZE),
  fc.commands([REMOVE, REMOVE, REMOVE, RESTORE, RESTORE, LOCK, UNLOCK, UNLOCK, READ], SIZE),
  fc.commands([REMOVE, REMOVE, RESTORE, RESTORE, RESTORE, UNLOCK, READ], SIZE),
);
