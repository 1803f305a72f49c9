import { Controller, Get, Header, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { CurrentMember } from '../users/viewer/current-viewer.js';
import { OwnData } from '../users/viewer/policy.js';
import type { Member } from '../users/viewer/viewer.js';
import { OwnDataService } from './own-data.service.js';

@ApiTags('users')
@Controller('api/v1/users/me/export')
export class OwnDataController {
  constructor(private readonly data: OwnDataService) {}

  @Get()
  @OwnData()
  @ApiOperation({
    summary: 'Export your data',
    description:
      'A ZIP with a JSON file for each kind of data that the service stores about you, without texts of others, notes of moderators and secrets.',
  })
  @Header('cache-control', 'private, no-store')
  @ApiProduces('application/zip')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  export(@CurrentMember() member: Member): StreamableFile {
    return new StreamableFile(this.data.export(member), {
      type: 'application/zip',
      disposition: 'attachment; filename="my-comments.zip"',
    });
  }
}
