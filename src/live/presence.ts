import {
  type BeforeApplicationShutdown,
  Injectable,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Announcer } from '../nodes/announcer.js';
import { Retention } from '../events/retention-job.js';
import type { Round } from '../nodes/background-round.js';
import { Rounds } from '../nodes/background-rounds.js';
import { LiveRooms } from './live-rooms.js';
import { PresenceRepository, type Readers } from './presence.repository.js';

/** The shortest interval between two messages about changes. */
const EVERY_MS = 1_000;
/** An unchanged count is reported again before the other nodes consider this one dead. */
const AGAIN_AFTER_MS = 5_000;

/**
 * The number of readers of a post, without names. Messages may be lost by design. Each node reports
 * its number of sockets, and sends them the total. A reader with two windows counts twice.
 */
@Injectable()
export class Presence implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly told = new Map<string, number>();
  private reported = new Map<string, number>();
  private reportedAt = Number.NEGATIVE_INFINITY;
  private round: Round | null = null;

  constructor(
    private readonly rooms: LiveRooms,
    private readonly repository: PresenceRepository,
    private readonly announcer: Announcer,
    private readonly retention: Retention,
    private readonly works: Rounds,
  ) {}

  onApplicationBootstrap(): void {
    this.round = this.works.begin({
      name: 'presence',
      everyMs: EVERY_MS,
      isIdle: async () => this.reported.size === 0 && this.rooms.countReaders().size === 0,
      run: () => this.tick(),
    });
    this.retention.alsoRows('readers of a lost node', { table: 'post_readers', by: 'seen_at' });
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.round?.end();
    const gone = [...this.reported.keys()].map((postId) => ({ postId, readers: 0 }));
    if (gone.length > 0) {
      await this.repository.report(this.announcer.nodeId, gone).catch(() => undefined);
    }
  }

  private async tick(): Promise<void> {
    const here = this.rooms.countReaders();
    await this.report(here);
    if (here.size === 0) return this.told.clear();
    for (const count of await this.repository.count([...here.keys()])) this.tell(count);
    for (const postId of this.told.keys()) if (!here.has(postId)) this.told.delete(postId);
  }

  private async report(here: Map<string, number>): Promise<void> {
    const posts = new Set([...here.keys(), ...this.reported.keys()]);
    const again = performance.now() - this.reportedAt > AGAIN_AFTER_MS;
    const said = [...posts]
      .map((postId): Readers => ({ postId, readers: here.get(postId) ?? 0 }))
      .filter(({ postId, readers }) => again || readers !== this.reported.get(postId));
    if (said.length === 0) return;
    await this.repository.report(this.announcer.nodeId, said);
    this.reported = new Map(here);
    if (again) this.reportedAt = performance.now();
  }

  private tell({ postId, readers }: Readers): void {
    if (this.told.get(postId) === readers) return;
    this.told.set(postId, readers);
    this.rooms.tellReaders(postId, readers);
  }
}
