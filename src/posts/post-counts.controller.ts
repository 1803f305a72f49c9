import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../users/policy.js';
import { ApiPublicRead, sendPublic } from '../input/conditional.js';
import { PostCountListView, PostCountsQuery } from './post-counts.dto.js';
import { PostCountsService } from './post-counts.service.js';

@ApiTags('posts')
@Controller('api/v1/posts/counts')
export class PostCountsController {
  constructor(private readonly counts: PostCountsService) {}

  @Get()
  @Public()
  @ApiPublicRead()
  @ApiOperation({
    summary: 'How many comments posts have, up to 100 at once',
    description: 'Published comments. A page that has no post yet has none.',
  })
  @ApiOkResponse({ type: PostCountListView })
  async list(
    @Query() query: PostCountsQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendPublic(request, reply, JSON.stringify(await this.counts.list(query)));
  }
}
