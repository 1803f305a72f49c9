import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { CommentsModule } from '../comments/comments.module.js';
import { LiveRooms } from './live-rooms.js';
import { LiveSessions } from './live-sessions.js';
import { PostsModule } from '../posts/posts.module.js';
import { LiveGateway } from './live.gateway.js';
import { UnsentBytes } from './unsent-bytes.js';
import { Presence } from './presence.js';
import { PresenceRepository } from './presence.repository.js';
import { Replays } from './replays.js';
import { SocketBounds } from './socket-bounds.js';
import { Subscriptions } from './subscriptions.js';

@Module({
  imports: [PostsModule, AuthModule, CommentsModule],
  providers: [
    LiveGateway,
    LiveRooms,
    LiveSessions,
    UnsentBytes,
    Presence,
    PresenceRepository,
    Replays,
    SocketBounds,
    Subscriptions,
  ],
})
export class LiveModule {}
