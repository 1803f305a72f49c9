import { Client } from 'pg';
import { Accounts, SECRET } from '../support/accounts.js';
import { FULL, inFull } from '../support/full-form.js';
import { untilHeldUpBy } from '../support/lock-waits.js';
import type { SignedIn } from '../support/people.js';
import { waitLongForLocks } from '../support/pool.js';
import { startService } from '../support/service.js';
import { ShakyFront } from '../support/shaky-front.js';
import { until } from '../support/until.js';

const ROUNDS = FULL ? 20 : 5;

/** A refresh whose answer is lost, followed by the same token again. */
describe('a refresh that is lost', () => {
  const accounts = new Accounts();
  const { join, post, refresh, sessionOf } = accounts;
  let blocker: Client;

  beforeAll(async () => {
    await accounts.open(waitLongForLocks);
    blocker = new Client(accounts.database.connection);
    await blocker.connect();
  });
  afterAll(async () => {
    await blocker.end();
    await accounts.close();
  });

  const send = (url: string, refreshToken: string, signal?: AbortSignal) =>
    fetch(`${url}/api/v1/auth/refresh`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ refreshToken }),
      signal,
    });

  /** The token still works, and so does its successor. */
  async function expectSignedIn(refreshToken: string): Promise<void> {
    const next = (await refresh(refreshToken).expect(200)).body;
    const last = (await refresh(next.refreshToken).expect(200)).body;
    await accounts.getMe(last.accessToken).expect(200);
  }

  /** Other work waits for locks, too, so the committed generation shows the progress. */
  const untilGeneration = (of: SignedIn, wanted: number) =>
    until('the refresh to be committed', async () => (await sessionOf(of)).generation === wanted);

  /** Sends a refresh while something blocks it, and aborts the client at that point. */
  async function lose(refreshToken: string, reached: () => Promise<void>): Promise<void> {
    const gone = new AbortController();
    const answer = send(accounts.service.url, refreshToken, gone.signal).catch(() => 'lost');
    await reached();
    gone.abort();
    expect(await answer).toBe('lost');
  }

  it('before it was committed logs nobody out', async () => {
    const { user, refreshToken } = await join();
    await blocker.query('begin');
    await blocker.query('select 1 from sessions where user_id = $1 for update', [user.id]);
    await lose(refreshToken, () => untilHeldUpBy(blocker, accounts.database));
    // Its connection ends with it, so the transaction is rolled back.
    await accounts.database.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and wait_event_type = 'Lock'`,
    );
    await blocker.query('rollback');
    await expectSignedIn(refreshToken);
  });

  it('after it was committed and before it was answered logs nobody out', async () => {
    const anna = await join();
    await blocker.query('begin');
    await blocker.query('lock table users in access exclusive mode');
    await lose(anna.refreshToken, () => untilGeneration(anna, 2));
    expect(await sessionOf(anna)).toEqual({ revoked_because: null, generation: 2 });
    await blocker.query('rollback');
    await expectSignedIn(anna.refreshToken);
  });

  it('with its answer logs nobody out', async () => {
    const anna = await join();
    const front = await ShakyFront.before(accounts.service.url);
    front.cuts = 3;
    for (let cut = 0; cut < 3; cut++) {
      await expect(send(front.url, anna.refreshToken).then((it) => it.text())).rejects.toThrow();
    }
    expect(await sessionOf(anna)).toEqual({ revoked_because: null, generation: 2 });
    await front.close();
    await expectSignedIn(anna.refreshToken);
  });

  inFull('with the process, wherever that was killed, logs nobody out', async () => {
    const anna = await join();
    let token = anna.refreshToken;
    for (const point of ['before', 'after'] as const) {
      const node = await startService({
        AUTH_SECRET: SECRET,
        DATABASE_URL: accounts.database.url,
        LOG_LEVEL: 'error',
        SEED_DEMO: 'false',
      });
      const { generation } = await sessionOf(anna);
      await blocker.query('begin');
      await blocker.query(
        point === 'before'
          ? `select 1 from sessions for update`
          : 'lock table users in access exclusive mode',
      );
      const answer = send(node.url, token).catch(() => 'lost');
      await (point === 'before'
        ? untilHeldUpBy(blocker, accounts.database)
        : untilGeneration(anna, generation + 1));
      await node.stop('SIGKILL');
      expect(await answer).toBe('lost');
      await blocker.query('rollback');
      token = (await refresh(token).expect(200)).body.refreshToken;
    }
    await expectSignedIn(token);
  });

  it('again and again, from many tabs at once, leaves one session', async () => {
    const anna = await join();
    const front = await ShakyFront.before(accounts.service.url);
    let token = anna.refreshToken;
    const ask = async (): Promise<string | null> => {
      const answer = await send(front.url, token).catch(() => null);
      // A busy service answers 503, which allows a retry: that counts as lost, too.
      if (!answer || answer.status === 503) return null;
      expect(answer.status).toBe(200);
      const said = (await answer.json().catch(() => null)) as { refreshToken: string } | null;
      return said?.refreshToken ?? null;
    };
    for (let round = 0; round < ROUNDS; round++) {
      const heard = new Set<string>();
      await until('one tab to hear an answer', async () => {
        front.cuts = 3;
        const answers = await Promise.all(Array.from({ length: 6 }, ask));
        front.cuts = 0;
        for (const answer of answers) if (answer !== null) heard.add(answer);
        return heard.size > 0;
      });
      expect(heard.size).toBe(1);
      [token] = heard;
    }
    await front.close();
    expect(await sessionOf(anna)).toEqual({ revoked_because: null, generation: ROUNDS + 1 });
    await until('all connections are free again', async () => {
      return (await post('refresh', { refreshToken: token })).status === 200;
    });
    await expectSignedIn(token);
  });
});
