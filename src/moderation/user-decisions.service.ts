import { Injectable } from '@nestjs/common';
import { type Act, Acts } from '../events/acts.js';
import { type Answer, created } from '../events/answer.js';
import type { Intent } from '../events/intent.js';
import { SignalLog } from '../events/signals.js';
import { USERNAME_PATTERN } from '../text/names.js';
import { isUuid } from '../text/uuid.js';
import type { UserEntity } from '../users/user.entity.js';
import { toUserView } from '../users/user-view.js';
import { UserNotFound } from '../users/users.errors.js';
import { UsersRepository } from '../users/users.repository.js';
import type { Member, Role, Standing } from '../users/viewer.js';
import type { DecideUserDto, UserAction } from './decisions.dto.js';
import { DecisionsRepository } from './decisions.repository.js';
import { DecisionDoesNotFit, NotAbove } from './moderation.errors.js';
import { requireReason } from './reasons.js';

const RANKS: Readonly<Record<Role, number>> = { member: 0, moderator: 1, admin: 2 };
const STANDINGS: Readonly<Record<UserAction, Standing>> = { ban: 'banned', reinstate: 'active' };

/** What moderators decide on accounts. */
@Injectable()
export class UserDecisionsService {
  constructor(
    private readonly decisions: DecisionsRepository,
    private readonly users: UsersRepository,
    private readonly signals: SignalLog,
    private readonly acts: Acts,
  ) {}

  /**
   * A ban ends no session: its holder may still see why, and take their own data along. The signal
   * cuts the sockets of every node.
   * @param ref an id or a user name
   * @throws NotAbove also for oneself
   * @throws DecisionDoesNotFit when the standing is so already
   */
  async decide(
    member: Member,
    ref: string,
    input: DecideUserDto,
    intent: Intent | null,
  ): Promise<Answer> {
    if (input.action === 'ban') requireReason(input.reason);
    return this.acts.once(intent, async (act) => {
      const user = await this.getForDecision(act, member, ref);
      const standing = STANDINGS[input.action];
      if (user.kind === 'imported' || user.standing === standing) {
        throw new DecisionDoesNotFit('Ban an account that is not banned, reinstate one that is.');
      }
      await this.users.setStanding(act, user.id, standing, null);
      await this.signals.append(act, {
        type: input.action === 'ban' ? 'user.banned' : 'user.changed',
        userId: user.id,
      });
      const decision = await this.decisions.insert(act, {
        subject: 'user',
        userId: user.id,
        moderatorId: member.id,
        action: input.action,
        reason: input.reason,
        note: input.note,
      });
      return created({ decision, user: Object.assign(toUserView(user), { standing }) });
    });
  }

  private async getForDecision(act: Act, member: Member, ref: string): Promise<UserEntity> {
    const found = await this.find(act, ref);
    if (!found) throw new UserNotFound();
    // Nobody is promoted between this comparison of ranks and the commit.
    await this.users.lockAdmins(act, found.id);
    const user = (await this.users.findById(found.id, act))!;
    const { role } = await this.users.getAuthority(act, member.id);
    if (RANKS[role] <= RANKS[user.role]) throw new NotAbove();
    return user;
  }

  private async find(act: Act, ref: string): Promise<UserEntity | null> {
    if (isUuid(ref)) return this.users.findById(ref, act);
    return USERNAME_PATTERN.test(ref) ? this.users.findByUsername(ref, act) : null;
  }
}
