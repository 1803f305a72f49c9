import { unwrap } from '@colloquy/client';
import { service } from '../../parts/service.js';
import { session } from '../../parts/session.js';

/** Why, and until when, an account may not write. */
export interface Standing {
  readonly is: 'suspended' | 'banned';
  readonly until: string | null;
  /** The statement of reasons; null in the first minute, before it is shown. */
  readonly text: string | null;
}

const ACTION_OF = { suspended: 'suspend', banned: 'ban' } as const;

/** Sets why the reader's account may not write, unless the account has changed meanwhile. */
export async function findBarred(reader: { barred: Standing | null }): Promise<void> {
  const account = session.user?.id;
  const standing = await findStanding();
  if (account === session.user?.id) reader.barred = standing;
}

/** Null while the account may write. */
async function findStanding(): Promise<Standing | null> {
  const { standing, standingUntil } = unwrap(await service.api.GET('/api/v1/users/me'));
  if (standing !== 'suspended' && standing !== 'banned') return null;
  const params = { query: { limit: 50 } };
  const { data } = await service.api.GET('/api/v1/users/me/decisions', { params });
  const why = data?.items.find(({ action, undone }) => action === ACTION_OF[standing] && !undone);
  return { is: standing, until: standingUntil, text: why?.text ?? null };
}
