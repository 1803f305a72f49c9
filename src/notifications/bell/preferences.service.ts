import { Injectable } from '@nestjs/common';
import { Acts } from '../../acts/acts.js';
import type { IdempotencyKey } from '../../acts/idempotency-key.js';
import type { Queryable } from '../../database/database.js';
import { type Answer, done } from '../../input/answer.js';
import { UsersRepository } from '../../users/accounts/users.repository.js';
import type { Member } from '../../users/viewer/viewer.js';
import { DEFAULT_PREFERENCES, NOTIFICATION_TYPES, type Preferences } from './notification-kinds.js';
import type { ChangePreferencesDto, PreferencesView } from './preferences.dto.js';
import { PreferencesRepository } from './preferences.repository.js';

/** How somebody wants to be told of each kind. */
@Injectable()
export class PreferencesService {
  constructor(
    private readonly repository: PreferencesRepository,
    private readonly users: UsersRepository,
    private readonly acts: Acts,
  ) {}

  async get({ id }: Member, from?: Queryable): Promise<PreferencesView> {
    const chosen = await this.repository.list(id, from);
    return {
      ...DEFAULT_PREFERENCES,
      ...Object.fromEntries(chosen.map(({ type, bell, mail }) => [type, { bell, mail }])),
    };
  }

  async set(
    member: Member,
    changes: ChangePreferencesDto,
    idempotencyKey: IdempotencyKey | null,
  ): Promise<Answer<PreferencesView>> {
    return this.acts.once(idempotencyKey, async (act) => {
      // What a link of a mail ends meanwhile is not put back.
      await this.users.lock(act, member.id);
      const now: Preferences = await this.get(member, act);
      const changed = NOTIFICATION_TYPES.filter((type) => changes[type]).map((type) => {
        const { bell = now[type].bell, mail = now[type].mail } = changes[type]!;
        return { type, bell, mail };
      });
      await this.repository.set(act, member.id, changed);
      return done(await this.get(member, act));
    });
  }
}
