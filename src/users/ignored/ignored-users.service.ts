import { Injectable } from '@nestjs/common';
import { Acts } from '../../acts/acts.js';
import type { Asker } from '../viewer/asker.js';
import { newestFirst } from '../../database/keyset.js';
import { type Answer, done, nothing } from '../../input/answer.js';
import type { PageQuery } from '../../input/paging.js';
import { USERNAME_PATTERN } from '../../text/names/names.js';
import { IgnoredUsersRepository } from './ignored-users.repository.js';
import { toUserView } from '../accounts/user-view.js';
import type { IgnoredUserListView, UserView } from '../accounts/users.dto.js';
import { CannotIgnoreYourself, TooManyIgnored } from '../viewer/users.errors.js';
import { UsersRepository } from '../accounts/users.repository.js';
import { UsersService } from '../accounts/users.service.js';
import type { Member } from '../viewer/viewer.js';

const ORDER = 'i';
/** The limit, because pages that hide comments load the whole list. */
const MOST_IGNORED = 1_000;

/**
 * The ignored accounts of a user. Pages and events stay the same for everyone: the page of the
 * reader hides the comments, and neither of the two is notified of comments of the other.
 */
@Injectable()
export class IgnoredUsersService {
  constructor(
    private readonly ignored: IgnoredUsersRepository,
    private readonly users: UsersService,
    private readonly accounts: UsersRepository,
    private readonly acts: Acts,
  ) {}

  async list(member: Member, query: PageQuery): Promise<IgnoredUserListView> {
    const page = await newestFirst(ORDER, query, (limit, before) =>
      this.ignored.list(member.id, limit, before),
    );
    return { ...page, items: page.items.map(({ user }) => user) };
  }

  /**
   * @throws UserNotFound also for banned users, unless a moderator asks
   * @throws CannotIgnoreYourself
   * @throws TooManyIgnored
   */
  async ignore(member: Asker, username: string): Promise<Answer<UserView>> {
    return this.acts.once(member.idempotencyKey, async (act) => {
      const user = await this.users.getVisible(member, username, act);
      if (user.id === member.id) throw new CannotIgnoreYourself();
      await this.accounts.lock(act, member.id);
      const isIgnored = await this.ignored.add(act, member.id, user.id, MOST_IGNORED);
      if (!isIgnored) throw new TooManyIgnored(MOST_IGNORED);
      return done(toUserView(user));
    });
  }

  /** Answers the same whether or not the account exists. */
  async readAgain(member: Asker, username: string): Promise<Answer<void>> {
    return this.acts.once(member.idempotencyKey, async (act) => {
      if (USERNAME_PATTERN.test(username)) await this.ignored.remove(act, member.id, username);
      return nothing;
    });
  }
}
