import { FULL } from '../support/full-form.js';
import { ShakyFront } from '../support/shaky-front.js';
import { useSite } from '../support/site.js';
import { untilFound } from '../support/until.js';

/** Sessions whose first token is sent again after its successor was used. */
const REPLAYED = FULL ? 400 : 40;
/** Honest clients, each with two concurrent tabs, round after round: 4,000 requests in full. */
const CLIENTS = FULL ? 100 : 10;
const ROUNDS = FULL ? 20 : 5;
const TABS = 2;
/** One answer in this many is lost. */
const LOST = 10;
const AT_ONCE = 10;

interface Tokens {
  accessToken: string;
  refreshToken: string;
}

/** Guests: sessions like any other, but created without a password hash. */
describe('refresh tokens of many sessions', () => {
  const site = useSite({ env: { GUESTS: 'held', RATE_LIMITS: 'off' } });

  const begin = async (nth: number): Promise<Tokens> => {
    const guest = { displayName: `Somebody ${nth}` };
    return (await site.app.request.post('/api/v1/auth/guest').send(guest).expect(201)).body;
  };
  const refresh = (refreshToken: string, url = site.app.url) =>
    fetch(`${url}/api/v1/auth/refresh`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ refreshToken }),
    });
  /** A busy service answers 503, which allows a retry. */
  const refreshed = (refreshToken: string): Promise<Tokens> =>
    untilFound('a token to be refreshed', async () => {
      const answer = await refresh(refreshToken);
      if (answer.status === 200) return (await answer.json()) as Tokens;
      if (answer.status !== 503) throw new Error(`Refused with ${answer.status}.`);
      return null;
    });
  const revoked = async () => {
    const [{ count }] = await site.database.query<{ count: number }>(
      `select count(*)::integer as count from sessions where revoked_because = 'reuse'`,
    );
    return count;
  };

  it(`are ${REPLAYED} that come again behind their successor: as many sessions end`, async () => {
    const statuses: Record<string, number> = {};
    const count = (name: string, { status }: Response) => {
      const key = `${name} ${status}`;
      statuses[key] = (statuses[key] ?? 0) + 1;
    };
    await inLanes(REPLAYED, async (nth) => {
      const first = await begin(nth);
      const second = await refreshed(first.refreshToken);
      const third = await refreshed(second.refreshToken);
      count('replayed', await refresh(first.refreshToken));
      count('the newest', await refresh(third.refreshToken));
      const authorization = `Bearer ${third.accessToken}`;
      count(
        'access',
        await fetch(`${site.app.url}/api/v1/users/me`, { headers: { authorization } }),
      );
    });
    expect(statuses).toEqual({
      'replayed 401': REPLAYED,
      'the newest 401': REPLAYED,
      'access 401': REPLAYED,
    });
    expect(await revoked()).toBe(REPLAYED);
  }, 300_000);

  it(`are ${CLIENTS * ROUNDS * TABS} of honest clients, whose answers get lost: nobody is logged out`, async () => {
    const before = await revoked();
    const front = await ShakyFront.before(site.app.url);
    let [sent, lost] = [0, 0];
    const loggedOut: number[] = [];
    const ask = async (token: string): Promise<string | null> => {
      if (++sent % LOST === 0) front.cuts++;
      const answer = await refresh(token, front.url).catch(() => null);
      if (answer?.status === 401) loggedOut.push(sent);
      const heard = answer?.status === 200 && (await answer.json().catch(() => null));
      if (!heard) lost++;
      return heard ? (heard as Tokens).refreshToken : null;
    };
    await inLanes(CLIENTS, async (nth) => {
      let token = (await begin(nth)).refreshToken;
      for (let round = 0; round < ROUNDS && loggedOut.length === 0; round++) {
        const answers = await Promise.all(Array.from({ length: TABS }, () => ask(token)));
        const heard = new Set(answers.filter((answer) => answer !== null));
        expect(heard.size).toBeLessThanOrEqual(1);
        // Without any answer the same token is sent again in the next round.
        for (const next of heard) token = next;
      }
      await refreshed(token);
    });
    await front.close();
    expect(loggedOut).toEqual([]);
    expect(sent).toBe(CLIENTS * ROUNDS * TABS);
    expect(lost).toBeGreaterThanOrEqual(Math.floor(sent / LOST) - 1);
    expect(await revoked()).toBe(before);
  }, 300_000);
});

async function inLanes(count: number, run: (nth: number) => Promise<void>): Promise<void> {
  let next = 0;
  const lane = async () => {
    while (next < count) await run(next++);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
}
