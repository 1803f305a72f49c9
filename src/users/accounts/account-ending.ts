import { Injectable } from '@nestjs/common';
import type { Act } from '../../acts/acts.js';
import { SignalLog } from '../../events/signal-log.repository.js';
import { LastAdmin } from '../viewer/users.errors.js';
import { isLastAdmin, type Member } from '../viewer/viewer.js';
import { AuthorPages } from './author-pages.js';
import { ClosedAccountsRepository } from './closed-accounts.repository.js';
import { UserNamesRepository } from './user-names.repository.js';
import { UsersRepository } from './users.repository.js';

/** The end of an account: closed at once, emptied later. */
@Injectable()
export class AccountEnding {
  constructor(
    private readonly accounts: ClosedAccountsRepository,
    private readonly users: UsersRepository,
    private readonly names: UserNamesRepository,
    private readonly pages: AuthorPages,
    private readonly signals: SignalLog,
  ) {}

  /** @throws LastAdmin when nobody else could give the role */
  async close(act: Act, member: Pick<Member, 'id'>): Promise<void> {
    const locked = await this.users.lockWithAdmins(act, member.id);
    if (locked && isLastAdmin(locked.user, locked.admins)) throw new LastAdmin();
    await this.accounts.close(act, member.id);
    await this.signals.append(act, { type: 'user.changed', userId: member.id });
  }

  async reopen(act: Act, userId: string): Promise<void> {
    await this.accounts.reopen(act, userId);
    await this.signals.append(act, { type: 'user.changed', userId });
  }

  /** Deletes everything except the id. Pages that show the author are rebuilt after the commit. */
  async empty(act: Act, userId: string): Promise<void> {
    await this.users.lockAdmins(act, userId);
    await this.names.retire(act, userId);
    await this.accounts.empty(act, userId);
    await this.pages.showAnew(act, userId);
    await this.signals.append(act, { type: 'user.changed', userId });
  }
}
