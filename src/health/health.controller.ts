import { type BeforeApplicationShutdown, Controller, Get, Header } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Public } from '../users/policy.js';
import { Database } from '../database/database.js';
import { TemporarilyUnavailable } from '../problems/general.errors.js';
import { Readiness } from './readiness.js';

/** A database that takes longer over nothing at all is not there. */
const ANSWERED_MS = 2_000;

class HealthView {
  @ApiProperty({ enum: ['ok'] })
  status: 'ok';
}

@ApiTags('health')
@Controller('health')
@Public()
export class HealthController implements BeforeApplicationShutdown {
  constructor(
    private readonly database: Database,
    private readonly readiness: Readiness,
  ) {}

  beforeApplicationShutdown(): void {
    this.readiness.end();
  }

  @Get('live')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'The process answers' })
  @ApiOkResponse({ type: HealthView })
  live(): HealthView {
    return { status: 'ok' };
  }

  @Get('ready')
  @Header('cache-control', 'no-store')
  @ApiOperation({
    summary: 'The process can do its work',
    description: 'Its database answers, and it is not about to stop.',
  })
  @ApiOkResponse({ type: HealthView })
  async ready(): Promise<HealthView> {
    if (this.readiness.ends) throw new TemporarilyUnavailable('The service is about to stop.');
    await this.database.query({ name: 'health', text: 'select 1', timeoutMs: ANSWERED_MS });
    return { status: 'ok' };
  }
}
