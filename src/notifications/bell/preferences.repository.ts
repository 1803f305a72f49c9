import { Injectable } from '@nestjs/common';
import { Database, type Queryable, type Tx } from '../../database/database.js';
import { isAlone } from './mail-times.sql.js';
import type { KindPreference, MailedKind } from './notification-kinds.js';

export type ChosenKind = KindPreference & { type: MailedKind };

/** The notification preferences of users who have changed them. */
@Injectable()
export class PreferencesRepository {
  constructor(private readonly database: Database) {}

  async list(userId: string, from: Queryable = this.database): Promise<ChosenKind[]> {
    return from.query<ChosenKind>({
      name: 'preferences_list',
      text: 'select type, bell, mail from notification_preferences where user_id = $1',
      values: [userId],
    });
  }

  /** Whether an administrator gets mail about cases by default. */
  async isAlone(userId: string, from: Queryable = this.database): Promise<boolean> {
    const rows = await from.query({
      name: 'preferences_alone',
      text: `select from users u where u.id = $1 and ${isAlone('u')}`,
      values: [userId],
    });
    return rows.length > 0;
  }

  async set(tx: Tx, userId: string, kinds: readonly ChosenKind[]): Promise<void> {
    await tx.query({
      name: 'preferences_set',
      text: `insert into notification_preferences (user_id, type, bell, mail)
             select $1, type, bell, mail
             from unnest($2::text[], $3::boolean[], $4::text[]) as k (type, bell, mail) order by type
             on conflict (user_id, type) do update set bell = excluded.bell, mail = excluded.mail`,
      values: [
        userId,
        kinds.map(({ type }) => type),
        kinds.map(({ bell }) => bell),
        kinds.map(({ mail }) => mail),
      ],
    });
  }
}
