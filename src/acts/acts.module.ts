import { Global, Module } from '@nestjs/common';
import { NodesModule } from '../nodes/nodes.module.js';
import { Acts } from './acts.js';
import { IdempotencyRepository } from './idempotency.repository.js';
import { KeyTurns } from './key-turns.js';

@Global()
@Module({
  imports: [NodesModule],
  providers: [Acts, IdempotencyRepository, KeyTurns],
  exports: [Acts, IdempotencyRepository, KeyTurns],
})
export class ActsModule {}
