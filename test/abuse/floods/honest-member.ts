import { setTimeout as delay } from 'node:timers/promises';
import { median } from '../../../bench/percentiles.js';
import { ADMIN, type Person } from '../../chaos/site.js';
import type { Asked, Got } from '../ask.js';
import type { Figure } from '../../harness/figures.js';
import type { Stage } from '../stage.js';
import type { Ground } from './ground.js';

/** How long a person waits before they retry. */
const PATIENCE_MS = 10_000;
const BETWEEN_MS = 100;

interface Comment {
  id: string;
  version: number;
}

/** A person on another network, who does each thing at a regular interval. */
export class HonestMember {
  private readonly took: number[] = [];
  /** All answers other than success. */
  private readonly refused: string[] = [];

  constructor(
    private readonly stage: Stage,
    private readonly ground: Ground,
    private readonly who: Person,
    private readonly address: string,
  ) {}

  /**
   * @param everyMs time between the starts of two rounds
   * @param first number of the first round: each round reports another comment
   */
  async live(everyMs: number, over: () => boolean, first: number): Promise<void> {
    for (let round = first; !over(); round++) {
      const next = performance.now() + everyMs;
      await this.doEverything(round, over);
      while (!over() && performance.now() < next) await delay(BETWEEN_MS);
    }
  }

  figures(): Figure[] {
    const { took, refused } = this;
    const ms = (value: number) => `${value.toFixed(0)} ms`;
    return [
      {
        what: 'acts of an honest member of another network that are refused',
        wanted: '0',
        reached: `${refused.length} of ${took.length}${refused.length > 0 ? `, such as ${refused[0]}` : ''}`,
        ok: refused.length === 0 && took.length > 0,
      },
      {
        what: 'an act of theirs',
        wanted: '–',
        reached: `median ${ms(median(took))}, slowest ${ms(Math.max(...took))}`,
        ok: true,
      },
    ];
  }

  private async doEverything(round: number, over: () => boolean): Promise<void> {
    const { comments, postId } = this.ground;
    const other = comments[round % comments.length];
    const login = { login: this.who.username, password: ADMIN.password };
    const session = await this.do({ method: 'POST', path: '/auth/login', body: login });
    if (session === null) return;
    const by = { ...this.who, token: (session as { accessToken: string }).accessToken };
    await this.do({ path: `/posts/${postId}/comments?sort=newest&limit=25`, by });
    const mine = await this.do({
      method: 'POST',
      path: `/posts/${postId}/comments`,
      by,
      body: { body: `Thought ${round} of a reader.` },
    });
    const { id, version } = (mine ?? { id: other, version: 1 }) as Comment;
    const acts: Asked[] = [
      {
        method: 'PATCH',
        path: `/comments/${id}`,
        headers: { 'if-match': `"${version}"` },
        body: { body: `Thought ${round} of a reader, said better.` },
      },
      { method: 'PUT', path: `/comments/${other}/vote`, body: { value: round % 2 ? -1 : 1 } },
      { method: 'POST', path: `/comments/${other}/flags`, body: { reason: 'off_topic' } },
    ];
    for (const act of acts) {
      if (over()) return;
      await delay(BETWEEN_MS);
      await this.do({ ...act, by });
    }
  }

  private async do(asked: Asked): Promise<unknown> {
    const at = performance.now();
    const headers = { ...asked.headers, 'x-forwarded-for': this.address };
    const path = `/api/v1${asked.path}`;
    const got: Got = await this.stage.asker
      .get({ ...asked, path, headers, timeoutMs: PATIENCE_MS })
      .catch((error: Error) => ({ status: error.message, bytes: 0, text: '' }));
    this.took.push(performance.now() - at);
    if (typeof got.status === 'number' && got.status < 400) return got.text && JSON.parse(got.text);
    const what = `${asked.method ?? 'GET'} ${asked.path.replaceAll(/[\da-f-]{36}/g, '…')}`;
    this.refused.push(`${got.status} to ${what}: ${got.text.slice(0, 120)}`);
    return null;
  }
}
