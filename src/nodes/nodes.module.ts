import { Global, Module } from '@nestjs/common';
import { AppConfig } from '../config/app-config.js';
import { Announcer } from './announcer.js';
import { PostgresBus } from './postgres-bus.js';
import { RoundTurnsRepository } from './round-turns.repository.js';
import { Rounds } from './background-rounds.js';
import { NodeBus } from './node-bus.js';

@Global()
@Module({
  providers: [
    Announcer,
    PostgresBus,
    RoundTurnsRepository,
    Rounds,
    {
      provide: NodeBus,
      useFactory: async ({ redisUrl }: AppConfig, postgres: PostgresBus) => {
        if (!redisUrl) return postgres;
        // A start without it is a tenth shorter.
        const { RedisBus } = await import('./redis-bus.js');
        return new RedisBus(redisUrl);
      },
      inject: [AppConfig, PostgresBus],
    },
  ],
  exports: [Announcer, Rounds, NodeBus],
})
export class NodesModule {}
