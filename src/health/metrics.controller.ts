import { Controller, Get, Headers, NotFoundException } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Answer } from '../input/answer.js';
import { Public } from '../users/policy.js';
import { Metrics } from '../metrics/metrics.js';

/**
 * The figures of this process in the text format of Prometheus. They are for callers that reach
 * the process itself: a request through a proxy gets 404.
 */
@ApiExcludeController()
@Controller('metrics')
@Public()
export class MetricsController {
  constructor(private readonly metrics: Metrics) {}

  @Get()
  async read(
    @Headers('x-forwarded-for') forwardedFor: string | undefined,
    @Headers('forwarded') forwarded: string | undefined,
  ): Promise<Answer> {
    if (forwardedFor !== undefined || forwarded !== undefined) throw new NotFoundException();
    const { registry } = this.metrics;
    return new Answer(200, await registry.metrics(), { 'content-type': registry.contentType });
  }
}
