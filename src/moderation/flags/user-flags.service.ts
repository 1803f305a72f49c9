import { Injectable } from '@nestjs/common';
import type { PageQuery } from '../../input/paging.js';
import { newId } from '../../database/ids.js';
import { newestFirst } from '../../database/keyset.js';
import { type Act, Acts } from '../../acts/acts.js';
import { type Answer, created } from '../../input/answer.js';
import type { Intent } from '../../acts/intent.js';
import { USERNAME_PATTERN } from '../../text/names.js';
import { Authority } from '../../users/authority.js';
import type { UserEntity } from '../../users/user.entity.js';
import { UserNotFound } from '../../users/users.errors.js';
import { UsersRepository } from '../../users/users.repository.js';
import type { Member } from '../../users/viewer.js';
import { AddressClusters } from './address-clusters.js';
import { flagScore } from './flag-scoring.js';
import { FlagsRepository } from './flags.repository.js';
import { AlreadyFlagged, OwnProfile } from '../terms/moderation.errors.js';
import type { FlagUserDto, MyFlagListView, UserFlagView } from './flags.dto.js';

const ORDER = 'm';

/** Reports of names and bios, and what became of one's own reports. */
@Injectable()
export class UserFlagsService {
  constructor(
    private readonly flags: FlagsRepository,
    private readonly clusters: AddressClusters,
    private readonly users: UsersRepository,
    private readonly authority: Authority,
    private readonly acts: Acts,
  ) {}

  /**
   * @throws UserNotFound
   * @throws OwnProfile
   * @throws AlreadyFlagged while an earlier report of the same field is open
   */
  async flag(
    member: Member,
    username: string,
    input: FlagUserDto,
    address: string,
    intent: Intent | null,
  ): Promise<Answer<UserFlagView>> {
    return this.acts.once(intent, async (act) => {
      const target = await this.getTarget(act, member, username);
      const flag = await this.flags.insertOnUser(act, {
        id: newId(),
        targetId: target.id,
        userId: member.id,
        field: input.field,
        reason: input.reason,
        detail: input.detail || null,
        text: input.field === 'bio' ? target.bio : `${target.displayName} (${target.username})`,
        score: flagScore(await this.flags.getFlagger(act, member.id)),
        cluster: this.clusters.hash(address, 'flag'),
      });
      if (!flag) throw new AlreadyFlagged();
      return created({ ...flag, username: target.username! });
    });
  }

  listOwn(member: Member, query: PageQuery): Promise<MyFlagListView> {
    return newestFirst(ORDER, query, (limit, before) =>
      this.flags.listOf(member.id, limit, before),
    );
  }

  private async getTarget(act: Act, member: Member, username: string): Promise<UserEntity> {
    await this.authority.confirm(act, member, 'signed-in');
    const target = USERNAME_PATTERN.test(username)
      ? await this.users.findByUsername(username, act)
      : null;
    // The profile of a banned account is not shown, and so not reported.
    if (!target || target.standing === 'banned') throw new UserNotFound();
    if (target.id === member.id) throw new OwnProfile();
    return target;
  }
}
