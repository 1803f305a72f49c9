import { Injectable } from '@nestjs/common';
import type { SiteSettings } from '../config/fixed-settings.js';
import { Database, type Tx } from '../database/database.js';

const COLUMNS = `flag_sensitivity as "flagSensitivity", hide_score::float8 as "hideScore",
  hold_first_comments as "holdFirstComments", read_only as "readOnly",
  confirm_emails as "confirmEmails", unconfirmed_may_comment as "unconfirmedMayComment",
  staff_second_factor as "staffSecondFactor", guests,
  terms_version as "termsVersion", terms_url as "termsUrl"`;

@Injectable()
export class SettingsRepository {
  constructor(private readonly database: Database) {}

  async read(): Promise<SiteSettings> {
    const [settings] = await this.database.query<SiteSettings>({
      name: 'settings',
      text: `select ${COLUMNS} from site`,
    });
    return settings;
  }

  /** Changes the given settings and keeps the rest. */
  async change(tx: Tx, change: Partial<SiteSettings>): Promise<SiteSettings> {
    const [settings] = await tx.query<SiteSettings>({
      name: 'settings_change',
      text: `update site set flag_sensitivity = coalesce($1, flag_sensitivity),
               hide_score = coalesce($2::real, hide_score),
               hold_first_comments = coalesce($3, hold_first_comments),
               read_only = coalesce($4, read_only),
               confirm_emails = coalesce($5, confirm_emails),
               unconfirmed_may_comment = coalesce($6, unconfirmed_may_comment),
               staff_second_factor = coalesce($7, staff_second_factor),
               guests = coalesce($8, guests),
               terms_version = coalesce($9, terms_version),
               terms_url = coalesce($10, terms_url)
             returning ${COLUMNS}`,
      values: [
        change.flagSensitivity ?? null,
        change.hideScore ?? null,
        change.holdFirstComments ?? null,
        change.readOnly ?? null,
        change.confirmEmails ?? null,
        change.unconfirmedMayComment ?? null,
        change.staffSecondFactor ?? null,
        change.guests ?? null,
        change.termsVersion ?? null,
        change.termsUrl ?? null,
      ],
    });
    return settings;
  }
}
