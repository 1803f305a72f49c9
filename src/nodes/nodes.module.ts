import { Global, Module } from '@nestjs/common';
import { AppConfig } from '../config/app-config.js';
import { Announcer } from './announcer.js';
import { PostWakes } from './post-wakes.js';
import { PostgresWire } from './postgres-wire.js';
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
      useFactory: async ({ redisUrl }: AppConfig, postgres: PostgresWire) => {
        if (!redisUrl) return postgres;
        // A start without it is a tenth shorter.
        const { RedisWire } = await import('./redis-wire.js');
        return new RedisWire(redisUrl);
      },
      inject: [AppConfig, PostgresWire],
    },
  ],
  exports: [Announcer, PostWakes, Rounds, Wire],
})
export class NodesModule {}
