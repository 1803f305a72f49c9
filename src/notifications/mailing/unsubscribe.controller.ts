import { Controller, Get, Header, HttpCode, Post, Query } from '@nestjs/common';
import { ApiConsumes, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { LinkNotValid } from '../../auth/proofs/proofs.errors.js';
import { AppConfig } from '../../config/app-config.js';
import { publicPathOf } from '../../config/public-path.js';
import { Answer } from '../../input/answer.js';
import { Answers } from '../../input/answer-decorators.js';
import { OptionalBody } from '../../input/optional-body.js';
import { Entry } from '../../users/viewer/policy.js';
import { UnsubscribeDto, UnsubscribedView } from './unsubscribe.dto.js';
import { UnsubscribeService } from './unsubscribe.service.js';

/** The URL in `List-Unsubscribe` of a mail: programs post to it (RFC 8058), and users open it. */
@ApiTags('auth')
@Controller('api/v1/auth/unsubscribe')
@Entry()
export class UnsubscribeController {
  constructor(
    private readonly unsubscribing: UnsubscribeService,
    private readonly config: AppConfig,
  ) {}

  @Post()
  @Header('cache-control', 'no-store')
  @ApiConsumes('application/json', 'application/x-www-form-urlencoded')
  @ApiOperation({
    operationId: 'unsubscribe',
    summary: 'Unsubscribe by an e-mail link',
    description:
      'Takes the token of a mail, in the query or the body; no sign-in is needed. Unsubscribes from some kinds of mail, or from a post. The form body that mail programs send (RFC 8058) is ignored.',
  })
  @Answers(200, UnsubscribedView)
  end(
    @Query() query: UnsubscribeDto,
    @OptionalBody(UnsubscribeDto) body: UnsubscribeDto,
  ): Promise<UnsubscribedView> {
    const token = body.token ?? query.token;
    if (token === undefined) throw new LinkNotValid();
    return this.unsubscribing.end(token);
  }

  /** Nothing changes until somebody presses the button, because programs open links. */
  @Get()
  @Header('cache-control', 'no-store')
  @ApiOperation({
    operationId: 'unsubscribeOpen',
    summary: 'Open an unsubscribe link',
    description: 'Redirects to the page with the button to unsubscribe.',
  })
  @HttpCode(302)
  @ApiResponse({ status: 302, description: 'Redirects to the page.' })
  open(@Query() { token = '' }: UnsubscribeDto): Answer {
    const page = `${publicPathOf(this.config.publicUrl)}/account/unsubscribe`;
    return new Answer(302, null, {
      location: `${page}#token=${encodeURIComponent(token)}`,
      'referrer-policy': 'no-referrer',
    });
  }
}
