import { Controller, Get, Headers, NotFoundException } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Answer } from '../input/answer.js';
import { Public } from '../users/policy.js';
import { Metrics } from '../metrics/metrics.js';

/**
 * The figures of this process in the text format of Prometheus. They are for whoever reaches the
 * process itself: what came through a proxy gets the answer of a page that is not there.
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
