import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { PublicRead } from '../input/routes.js';
import { Public } from '../users/policy.js';
import { PostCountListView, PostCountsQuery } from './post-counts.dto.js';
import { PostCountsService } from './post-counts.service.js';

@ApiTags('posts')
@Controller('api/v1/posts/counts')
export class PostCountsController {
  constructor(private readonly counts: PostCountsService) {}

  @Get()
  @Public()
  @ApiOperation({
    summary: 'How many comments posts have, up to 100 at once',
    description: 'Published comments. A page that has no post yet has none.',
  })
  @PublicRead(PostCountListView)
  list(@Query() query: PostCountsQuery): Promise<PostCountListView> {
    return this.counts.list(query);
  }
}
