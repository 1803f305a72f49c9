import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Public } from '../users/viewer/policy.js';
import { Database } from '../database/database.js';
import { TemporarilyUnavailable } from '../problems/general.errors.js';
import { PrivateRead } from '../input/answer-decorators.js';

/** A database that takes longer for an empty query counts as down. */
const ANSWERED_MS = 2_000;

class HealthView {
  @ApiProperty({ enum: ['ok'] })
  status: 'ok';
}

@ApiTags('health')
@Controller('health')
@Public()
export class HealthController {
  private ends = false;

  constructor(private readonly database: Database) {}

  /** From now on `/health/ready` fails, so that proxies send requests elsewhere. */
  end(): void {
    this.ends = true;
  }

  @Get('live')
  @ApiOperation({
    summary: 'Check that the process is alive',
    description: 'Liveness: answers without a query to the database.',
  })
  @PrivateRead(HealthView, 'no-store')
  live(): HealthView {
    return { status: 'ok' };
  }

  @Get('ready')
  @ApiOperation({
    summary: 'Check that the process is ready',
    description: 'Readiness: the database answers, and the process is not shutting down.',
  })
  @PrivateRead(HealthView, 'no-store')
  async ready(): Promise<HealthView> {
    if (this.ends) throw new TemporarilyUnavailable('The service is about to stop.');
    await this.database.query({ name: 'health', text: 'select 1', timeoutMs: ANSWERED_MS });
    return { status: 'ok' };
  }
}
