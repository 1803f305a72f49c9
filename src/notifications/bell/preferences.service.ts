import { Injectable } from '@nestjs/common';
import { Acts } from '../../acts/acts.js';
import type { IdempotencyKey } from '../../acts/idempotency-key.js';
import type { Queryable } from '../../database/database.js';
import { type Answer, done } from '../../input/answer.js';
import { UsersRepository } from '../../users/accounts/users.repository.js';
import { InvalidInput } from '../../problems/general.errors.js';
import { isModerator, type Member } from '../../users/viewer/viewer.js';
import {
  CASE_KINDS,
  type CaseKind,
  type CasePreference,
  DEFAULT_PREFERENCES,
  NOTIFICATION_TYPES,
} from './notification-kinds.js';
import type { ChangePreferencesDto, PreferencesView } from './preferences.dto.js';
import { type ChosenKind, PreferencesRepository } from './preferences.repository.js';

/** The notification preferences of a user for each kind. */
@Injectable()
export class PreferencesService {
  constructor(
    private readonly repository: PreferencesRepository,
    private readonly users: UsersRepository,
    private readonly acts: Acts,
  ) {}

  async get(member: Member, from?: Queryable): Promise<PreferencesView> {
    const chosen = await this.repository.list(member.id, from);
    const ofReader = NOTIFICATION_TYPES.map((kind) => {
      const { bell, mail } = chosen.find(({ type }) => type === kind) ?? DEFAULT_PREFERENCES[kind];
      return [kind, { bell, mail }];
    });
    return {
      ...(Object.fromEntries(ofReader) as typeof DEFAULT_PREFERENCES),
      ...(isModerator(member) && (await this.ofCases(member, chosen, from))),
    };
  }

  /** @throws InvalidInput when a user who is not on the staff sets a preference for cases */
  async set(
    member: Member,
    changes: ChangePreferencesDto,
    idempotencyKey: IdempotencyKey | null,
  ): Promise<Answer<PreferencesView>> {
    const cases = CASE_KINDS.filter((kind) => changes[kind]);
    if (cases.length > 0 && !isModerator(member))
      throw InvalidInput.at(`/${cases[0]}`, 'Only the staff of the site get this mail.');
    return this.acts.once(idempotencyKey, async (act) => {
      // A concurrent unsubscribe by a link of a mail must not be overwritten.
      await this.users.lock(act, member.id);
      const now = await this.get(member, act);
      const changed = NOTIFICATION_TYPES.filter((type) => changes[type]).map((type) => {
        const { bell = now[type].bell, mail = now[type].mail } = changes[type]!;
        return { type, bell, mail };
      });
      const ofCases = cases.map((type) => ({ type, bell: false, mail: changes[type]!.mail }));
      await this.repository.set(act, member.id, [...changed, ...ofCases]);
      return done(await this.get(member, act));
    });
  }

  private async ofCases(
    { id }: Member,
    chosen: readonly ChosenKind[],
    from?: Queryable,
  ): Promise<Record<CaseKind, CasePreference>> {
    const isAlone = await this.repository.isAlone(id, from);
    const ofCases = CASE_KINDS.map((kind) => {
      const mail = chosen.find(({ type }) => type === kind)?.mail ?? (isAlone ? 'at_once' : 'off');
      return [kind, { mail }];
    });
    return Object.fromEntries(ofCases) as Record<CaseKind, CasePreference>;
  }
}
