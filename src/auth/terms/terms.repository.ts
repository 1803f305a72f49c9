import { Injectable } from '@nestjs/common';
import type { Tx } from '../../database/database.js';

@Injectable()
export class TermsRepository {
  /** Accepting the same version again keeps the first time. */
  async accept(tx: Tx, userId: string, version: string): Promise<void> {
    await tx.query({
      name: 'terms_accept',
      text: `update users set terms_version = $2, terms_accepted_at = now()
             where id = $1 and terms_version is distinct from $2`,
      values: [userId, version],
    });
  }
}
