import { Injectable } from '@nestjs/common';
import { instantSql } from '../../database/json-text.js';
import { Database, type Tx } from '../../database/database.js';
import type { CannedReasonView, ChangeCannedReasonDto } from './canned-reasons.dto.js';

const VIEW = `reason, language, text, ${instantSql('updated_at')} as "updatedAt"`;

/** The site's text to authors for each reason, in each language. */
@Injectable()
export class CannedReasonsRepository {
  constructor(private readonly database: Database) {}

  async list(): Promise<CannedReasonView[]> {
    return this.database.query<CannedReasonView>({
      name: 'canned_reasons',
      text: `select ${VIEW} from canned_reasons order by reason, language`,
    });
  }

  async change(
    tx: Tx,
    { reason, language, text }: ChangeCannedReasonDto,
    by: string,
  ): Promise<CannedReasonView> {
    const [view] = await tx.query<CannedReasonView>({
      name: 'canned_reasons_change',
      text: `insert into canned_reasons (reason, language, text, updated_by) values ($1, $2, $3, $4)
             on conflict (reason, language) do update
               set text = excluded.text, updated_by = excluded.updated_by, updated_at = now()
             returning ${VIEW}`,
      values: [reason, language, text, by],
    });
    return view;
  }
}
