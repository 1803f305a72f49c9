import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../../users/policy.js';
import { ApiPublicRead, sendPublic } from '../../input/conditional.js';
import { ForeignIdQuery, ForeignIdView } from './foreign-ids.dto.js';
import { ForeignIdsService } from './foreign-ids.service.js';

@ApiTags('comments')
@Controller('api/v1/posts/:post/comments/by-foreign-id')
export class ForeignIdsController {
  constructor(private readonly foreignIds: ForeignIdsService) {}

  @Get()
  @Public()
  @ApiPublicRead()
  @ApiOperation({
    summary: 'The comment behind a link from an older system',
    description: 'By the id that it had there; 404 for what is hidden or was never imported.',
  })
  @ApiOkResponse({ type: ForeignIdView })
  async resolve(
    @Param('post') post: string,
    @Query() query: ForeignIdQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendPublic(request, reply, JSON.stringify(await this.foreignIds.resolve(post, query)));
  }
}
