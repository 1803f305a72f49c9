import { Body, Controller, Header, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Answers } from '../../input/answer-decorators.js';
import { Private } from '../../users/policy.js';
import { CallerGone } from '../../input/caller-gone.js';
import type { Gone } from '../../input/turns.js';
import { LongTexts } from '../../posts/long-texts.js';
import { PreviewDto, PreviewView } from './previews.dto.js';

@ApiTags('comments')
@Controller('api/v1/previews')
export class PreviewsController {
  constructor(private readonly texts: LongTexts) {}

  @Post()
  @Private()
  @Header('cache-control', 'no-store')
  @ApiOperation({
    summary: 'Preview a text',
    description: 'Renders it as a comment would be. Nothing is stored.',
  })
  @Answers(200, PreviewView)
  async show(@Body() { body }: PreviewDto, @CallerGone() gone: Gone): Promise<PreviewView> {
    return { html: await this.texts.render(body, gone) };
  }
}
