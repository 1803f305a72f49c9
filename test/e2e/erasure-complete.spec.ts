import { Eraser } from '../../src/privacy/eraser.js';
import { PARTS } from '../../src/privacy/parts.js';
import { findDrift } from '../support/counters.js';
import { Crowd } from '../support/erasures/crowd.js';
import { ledgerPath } from '../support/erasures/ledger.js';
import { findCanaries } from '../support/erasures/planting.js';
import { eraseAll } from '../support/erasures/running.js';
import { listUnplanted } from '../support/erasures/unplanted.js';
import { useSite } from '../support/site.js';

/** The steps at which an erasure is killed, each time that of another account. */
const KILLED_AT = [1, 3, 20, 60];

/** many-erasures.spec.ts tests it under writes, erasure-restore.spec.ts after a restore. */
describe('an erasure', () => {
  const site = useSite({
    people: { editor: 'admin', other: 'member' },
    env: { ERASURE_LEDGER: ledgerPath() },
  });
  let crowd: Crowd;

  beforeAll(async () => {
    crowd = new Crowd(site.app, site.database, site);
    await crowd.gatherLeaving(KILLED_AT.length + 2);
  });

  it('is tried with a text in every column that may hold one', async () => {
    const parts = Object.assign({}, ...Object.values(PARTS)) as (typeof PARTS)[string];
    expect(Object.keys(parts).length).toBeGreaterThan(30);
    expect(await listUnplanted(site.database)).toEqual([]);
    const found = await findCanaries(site.database);
    expect(found.map((row) => row.split(':')[0])).toContain('users');
  });

  it('leaves nothing of anybody, also where it was killed', async () => {
    const eraser = site.app.app.get(Eraser, { strict: false });
    await site.database.query('update erasures set due_at = now()');
    for (const [nth, step] of KILLED_AT.entries()) {
      let steps = 0;
      const killed = {
        throwIfAborted: () => {
          if (++steps === step) throw new Error('killed');
        },
      } as unknown as AbortSignal;
      await expect(eraser.carryOut(crowd.people[nth].id, killed)).rejects.toThrow('killed');
    }
    expect(await findCanaries(site.database)).not.toEqual([]);
    await eraseAll(site.database);
    expect(await findCanaries(site.database)).toEqual([]);
    expect(await findDrift(site.database)).toEqual([]);
  });
});
