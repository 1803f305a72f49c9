import { Injectable } from '@nestjs/common';
import type { Tx } from '../../database/database.js';

/** Sign-in methods that were added from a session of the account. */
@Injectable()
export class LinkedIdentitiesRepository {
  /** Linked sites, and passkeys that somebody who knew only the password may have added. */
  async drop(tx: Tx, userId: string): Promise<void> {
    await tx.query({
      text: 'delete from identities where user_id = $1 and linked',
      values: [userId],
    });
    await tx.query({
      text: 'delete from passkeys where user_id = $1 and by_password',
      values: [userId],
    });
  }
}
