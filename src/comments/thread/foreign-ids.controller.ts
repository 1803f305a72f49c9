import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { PublicRead } from '../../input/routes.js';
import { Public } from '../../users/policy.js';
import { ForeignIdQuery, ForeignIdView } from './foreign-ids.dto.js';
import { ForeignIdsService } from './foreign-ids.service.js';

@ApiTags('comments')
@Controller('api/v1/posts/:post/comments/by-foreign-id')
export class ForeignIdsController {
  constructor(private readonly foreignIds: ForeignIdsService) {}

  @Get()
  @Public()
  @ApiOperation({
    summary: 'The comment behind a link from an older system',
    description: 'By the id that it had there; 404 for what is hidden or was never imported.',
  })
  @PublicRead(ForeignIdView)
  resolve(@Param('post') post: string, @Query() query: ForeignIdQuery): Promise<ForeignIdView> {
    return this.foreignIds.resolve(post, query);
  }
}
