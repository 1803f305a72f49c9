import { Injectable } from '@nestjs/common';
import type { Tx } from '../../database/database.js';

/** Ways in by other sites that somebody who was signed in has added to an account. */
@Injectable()
export class LinkedIdentitiesRepository {
  async drop(tx: Tx, userId: string): Promise<void> {
    await tx.query({
      text: 'delete from identities where user_id = $1 and linked',
      values: [userId],
    });
  }
}
