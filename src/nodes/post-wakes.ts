import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { NodeBus } from './node-bus.js';
import { Metrics } from '../metrics/metrics.js';
import { Announcer, POSTS_CHANNEL } from './announcer.js';

type Hear = (postIds: readonly string[]) => void;

/** What this node and the others announce of posts, for everything on this node that follows them. */
@Injectable()
export class PostWakes implements OnApplicationBootstrap {
  private readonly hearers: Hear[] = [];

  constructor(
    private readonly bus: NodeBus,
    private readonly announcer: Announcer,
    private readonly metrics: Metrics,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.bus.listen(POSTS_CHANNEL, (payload) => {
      const [node, posts] = payload.split(' ');
      if (node === this.announcer.nodeId || !posts) return;
      const ids = posts.split(',');
      this.metrics.wakes.labels(this.bus.name).inc(ids.length);
      for (const hear of this.hearers) hear(ids);
    });
  }

  hear(hear: Hear): void {
    this.announcer.local.on('posts', hear);
    this.hearers.push(hear);
  }
}
