import { Controller, Post } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { LIMIT_CLASSES, type LimitName } from '../../src/auth/limits/limit-classes.js';
import { Limits } from '../../src/auth/limits/limits.js';
import { TooManyRequests } from '../../src/auth/limits/limits.errors.js';
import { limitRequests } from '../../src/auth/limits/request-limits.js';
import { NAMED_ROUTES } from '../../src/auth/limits/route-classes.js';
import { accountOf } from '../../src/auth/limits/budget-parts.js';
import { idAt, newId } from '../../src/database/ids.js';
import { FULL, inFull } from '../support/full-form.js';
import { ApiDocument } from '../support/openapi.js';
import { useSite } from '../support/site.js';

@Controller('api/v1/forgotten')
class ForgottenController {
  @Post()
  write() {}
}

describe('limits', () => {
  const site = useSite({ nodes: 2, env: { RATE_LIMITS: 'on' } });
  const limits = (node = 0) => site.nodes[node].app.get(Limits, { strict: false });

  /** The connections of both pools: a request that waits for one in vain is counted by one node. */
  const TOGETHER = 20;

  /** How many of the requests pass, sent to both nodes alternately, some concurrently. */
  const passing = async (name: LimitName, addresses: Iterable<string>): Promise<number> => {
    let passed = 0;
    let nth = 0;
    let together: Promise<void>[] = [];
    const ask = async (address: string) => {
      try {
        await limits(nth++ % 2).take(name, { address, account: null });
        passed += 1;
      } catch (error) {
        if (!(error instanceof TooManyRequests)) throw error;
      }
    };
    for (const address of addresses) {
      together.push(ask(address));
      if (together.length === TOGETHER) await Promise.all(together.splice(0));
    }
    await Promise.all(together);
    return passed;
  };

  it('are one for the addresses of a /64, over two nodes', async () => {
    const addresses = Array.from(
      { length: FULL ? 65_536 : 2_000 },
      (_, n) => `2001:db8:a:2::${n.toString(16)}`,
    );
    const [{ count }] = LIMIT_CLASSES.registration.network;
    expect(await passing('registration', addresses)).toBe(count);
  });

  inFull('are two of a /64 for the 256 of a /56, and eight for a /48, over two nodes', async () => {
    const [{ count }] = LIMIT_CLASSES.registration.network;
    const links = (first: number, number: number) =>
      Array.from({ length: number }, (_, n) => `2001:db8:b:${(first + n).toString(16)}::1`);
    const line = links(0x700, 256);
    expect(await passing('registration', [...line, ...line])).toBe(2 * count);
    // Requests of one /56 count against the limit of its /48.
    expect(await passing('registration', links(0x800, FULL ? 4_096 : 1_024))).toBe(6 * count);
    expect(await passing('registration', ['2001:db8:c::1'])).toBe(1);
  });

  it('are four of an address for a /24, and each address has its own', async () => {
    const [{ count }] = LIMIT_CLASSES.registration.network;
    const addresses = Array.from({ length: FULL ? 2_560 : 512 }, (_, n) => `203.0.113.${n % 256}`);
    expect(await passing('registration', addresses)).toBe(4 * count);
    expect(await passing('registration', Array<string>(100).fill('198.51.100.1'))).toBe(count);
  });

  it('leave to the others of a network what one address was refused', async () => {
    const [{ count }] = LIMIT_CLASSES.previews.network;
    const one = limits();
    const passes = async (address: string) =>
      one.take('previews', { address, account: null }).then(
        () => true,
        () => false,
      );
    for (let nth = 0; nth < (FULL ? 20 : 2) * count; nth++) await passes('203.0.113.1');
    expect(await passes('203.0.113.1')).toBe(false);
    expect(await passes('203.0.113.2')).toBe(true);
  });

  it('leave to the other sessions of an account what one session cannot take', async () => {
    const member = {
      id: idAt(new Date(0), 0),
      role: 'member',
      standing: 'active',
      expiresAt: 0,
    } as const;
    const account = (sessionId: string) => accountOf({ ...member, sessionId });
    const [one, other] = [account(newId()), account(newId())];
    let address = 0;
    const passes = (from: typeof one) =>
      limits()
        .take('previews', { address: `203.0.${address++}.1`, account: from })
        .then(
          () => true,
          (error: TooManyRequests) => error.message,
        );
    const outcomes = [];
    for (let nth = 0; nth < 60; nth++) outcomes.push(await passes(one));
    expect(outcomes.filter((outcome) => outcome === true)).toHaveLength(45);
    expect(outcomes.at(-1)).toContain('from this session');
    expect(await passes(other)).toBe(true);
  });

  it('count passwords of an account and a network together, and forget them with the right one', async () => {
    const tries = async (account: string, address: string, node = 0) =>
      limits(node)
        .takePassword(account, address)
        .then(
          () => true,
          () => false,
        );
    const [{ count }] = LIMIT_CLASSES.passwords.network;
    for (let nth = 0; nth < count; nth++) {
      expect(await tries('anna', '192.0.2.1', nth % 2)).toBe(true);
    }
    expect(await tries('anna', '192.0.2.1', 0)).toBe(false);
    expect(await tries('anna', '192.0.2.1', 1)).toBe(false);
    expect(await tries('berta', '192.0.2.1')).toBe(true);
    expect(await tries('anna', '198.51.100.1')).toBe(true);
    await limits().forgetPasswords('anna', '192.0.2.1');
    expect(await tries('anna', '192.0.2.1')).toBe(true);
  });

  it('count mails to one mailbox for each network, and more of them for all networks together', async () => {
    const { network, account } = LIMIT_CLASSES.mails;
    const mails = async (mailbox: string, ...addresses: string[]) => {
      let taken = 0;
      for (const [nth, address] of addresses.entries()) {
        const taking = limits(nth % 2).takeMail(mailbox, address);
        taken += await taking.then(
          () => 1,
          () => 0,
        );
      }
      return taken;
    };
    const [{ count: one }, { count: all }] = [network[0], account[0]];
    const sameNetwork = Array.from({ length: 2 * one }, (_, nth) => `203.0.113.${nth + 1}`);
    expect(await mails('anna@example.org', ...sameNetwork)).toBe(one);
    const sameSite = sameNetwork.map((_, nth) => `2001:db8:e:${nth}::1`);
    expect(await mails('anna@example.org', ...sameSite)).toBe(one);
    expect(await mails('berta@example.org', '203.0.113.1')).toBe(1);
    expect(await mails('anna@example.org', '192.0.2.77')).toBe(1);
    const everywhere = Array.from({ length: 2 * all }, (_, nth) => `10.0.${nth}.1`);
    expect(await mails('anna@example.org', ...everywhere)).toBe(all - 2 * one - 1);
  });

  it('keep nothing that names an account or a network where all nodes read it', async () => {
    await limits().takePassword('anna', '192.0.2.1');
    await limits().take('sign-in', { address: '192.0.2.1', account: null });
    await limits().takeMail('cecil@example.org', '198.51.100.9');
    const rows = await site.database.query<{ key: string }>('select key from limit_counts');
    expect(rows.length).toBeGreaterThanOrEqual(4);
    for (const { key } of rows)
      expect(key).toMatch(/^[a-z-]+:(address|mailbox|\/\d\d):\d+:[\w-]{22}$/);
  });

  it('are counted by each node alone while the counts of all cannot be asked', async () => {
    await site.database.query('alter table limit_counts rename to elsewhere');
    const alone = '2001:db8:d::1';
    const [{ count }] = LIMIT_CLASSES.registration.network;
    const passed = await passing('registration', Array<string>(4 * count).fill(alone));
    await site.database.query('alter table elsewhere rename to limit_counts');
    expect(passed).toBe(2 * count);
  });

  it('are of routes that there are, and every operation of the API has one', async () => {
    const api = await ApiDocument.of(site.app);
    const operations = api.operations.map(
      ({ method, path }) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`,
    );
    expect(NAMED_ROUTES.filter((route) => !operations.includes(route))).toEqual([]);
    const unread = operations.filter((route) => !route.startsWith('GET '));
    expect(unread.filter((route) => !NAMED_ROUTES.includes(route))).toEqual([]);
  });

  it('stop the start of a service with a route that has none', async () => {
    const module = await Test.createTestingModule({ controllers: [ForgottenController] }).compile();
    const app = module.createNestApplication<NestFastifyApplication>(new FastifyAdapter());
    limitRequests(app.getHttpAdapter().getInstance(), limits(), () => null);
    await expect(app.init()).rejects.toThrow('No limit is stated for POST /api/v1/forgotten');
  });
});
