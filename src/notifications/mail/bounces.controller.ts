import { Body, Controller, Headers, NotFoundException, Post } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AppConfig } from '../../config/app-config.js';
import { Answers } from '../../input/answer-decorators.js';
import { isSameSecret } from '../../input/same-secret.js';
import { Entry } from '../../users/viewer/policy.js';
import { BouncesDto, BouncesView } from './bounces.dto.js';
import { BouncesService } from './bounces.service.js';

const SECRET_HEADER = 'X-Mail-Secret';

/**
 * For the mail server, or the webhook of a mail provider. It changes only private data, so it also
 * works on a read-only site.
 */
@ApiTags('mail')
@Controller('api/v1/mail/bounces')
export class BouncesController {
  constructor(
    private readonly bounces: BouncesService,
    private readonly config: AppConfig,
  ) {}

  @Post()
  @Entry()
  @ApiOperation({
    summary: 'Report bounced mail',
    description:
      'Bounced addresses get no more mail, except requested links for a new password. The owner sees this in the account. 404 without the right `MAIL_BOUNCE_SECRET`.',
  })
  @ApiHeader({ name: SECRET_HEADER, required: true, description: 'The `MAIL_BOUNCE_SECRET`.' })
  @Answers(200, BouncesView)
  async take(
    @Headers(SECRET_HEADER) secret: string | undefined,
    @Body() { bounces }: BouncesDto,
  ): Promise<BouncesView> {
    const { bounceSecret } = this.config.mail;
    if (bounceSecret === null || !isSameSecret(secret ?? '', bounceSecret)) {
      throw new NotFoundException();
    }
    return { stopped: await this.bounces.take(bounces) };
  }
}
