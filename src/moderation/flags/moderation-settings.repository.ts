import { Injectable } from '@nestjs/common';
import { Database, type Queryable, type Tx } from '../../database/database.js';
import type {
  ChangeModerationSettingsDto,
  ModerationSettingsView,
} from './moderation-settings.dto.js';

const COLUMNS = `flag_sensitivity as "flagSensitivity", hide_score::float8 as "hideScore",
  hold_first_comments as "holdFirstComments"`;

/** What a site decides about reports and first comments. */
@Injectable()
export class ModerationSettingsRepository {
  constructor(private readonly database: Database) {}

  async read(from: Queryable = this.database): Promise<ModerationSettingsView> {
    const [settings] = await from.query<ModerationSettingsView>({
      name: 'moderation_settings',
      text: `select ${COLUMNS} from site`,
    });
    return settings;
  }

  /** Changes what is given and keeps the rest. */
  async change(tx: Tx, change: ChangeModerationSettingsDto): Promise<ModerationSettingsView> {
    const [settings] = await tx.query<ModerationSettingsView>({
      name: 'moderation_settings_change',
      text: `update site set flag_sensitivity = coalesce($1, flag_sensitivity),
               hide_score = coalesce($2::real, hide_score),
               hold_first_comments = coalesce($3, hold_first_comments)
             returning ${COLUMNS}`,
      values: [
        change.flagSensitivity ?? null,
        change.hideScore ?? null,
        change.holdFirstComments ?? null,
      ],
    });
    return settings;
  }
}
