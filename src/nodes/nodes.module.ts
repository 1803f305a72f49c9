import { Global, Module } from '@nestjs/common';
import { AppConfig } from '../config/app-config.js';
import { Announcer } from './announcer.js';
import { PostWakes } from './post-wakes.js';
import { PostgresWire } from './postgres-wire.js';
import { RedisWire } from './redis-wire.js';
import { RoundTurnsRepository } from './round-turns.repository.js';
import { Rounds } from './rounds.js';
import { Wire } from './wire.js';

@Global()
@Module({
  providers: [
    Announcer,
    PostWakes,
    PostgresWire,
    RoundTurnsRepository,
    Rounds,
    {
      provide: Wire,
      useFactory: ({ redisUrl }: AppConfig, postgres: PostgresWire) =>
        redisUrl ? new RedisWire(redisUrl) : postgres,
      inject: [AppConfig, PostgresWire],
    },
  ],
  exports: [Announcer, PostWakes, Rounds, Wire],
})
export class NodesModule {}
