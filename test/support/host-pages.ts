import { createHmac } from 'node:crypto';
import { Rounds } from '../../src/nodes/background-rounds.js';
import { PageServer } from './page-server.js';
import { waitLongForLocks } from './pool.js';
import { useSite } from './site.js';

const SECRET = 'q8Lr2vNs7XkPz0Tb5YwEf3Ga6HdJm9Uc';

/** A service whose host pages are on a separate server, and are checked every 50 ms. */
export function useHostPages() {
  const env: Record<string, string> = { PAGE_KEY_SECRET: SECRET };
  const pages = { host: null as unknown as PageServer };
  beforeAll(async () => {
    pages.host = await PageServer.start();
    env.SITE_ORIGINS = pages.host.origin;
  });
  const site = useSite({
    people: { staff: 'admin', reader: 'member', other: 'member' },
    env,
    prepare: async (app) => {
      app.get(Rounds).periods.set('pages', 50);
      await waitLongForLocks(app);
    },
  });
  afterAll(() => pages.host.stop());
  return {
    site,
    pages,
    signature: (key: string) => createHmac('sha256', SECRET).update(key).digest('hex'),
    lookAgain: () => site.database.query('update page_checks set due_at = now()'),
  };
}
