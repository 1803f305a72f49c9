import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Tasks } from '../jobs/tasks.js';
import { Eraser } from './eraser.js';
import { ERASURE } from './erasure.service.js';

/** Erases accounts whose grace period is over. */
@Injectable()
export class ErasureJob implements OnModuleInit {
  constructor(
    private readonly tasks: Tasks,
    private readonly eraser: Eraser,
  ) {}

  onModuleInit(): void {
    this.tasks.handle<{ userId: string }>(ERASURE, ({ userId }, { stop }) =>
      this.eraser.carryOut(userId, stop),
    );
  }
}
