import { Body, Controller, Header, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { SignedIn } from '../auth/policy.js';
import { renderMarkdown } from '../text/markdown.js';
import { PreviewDto, PreviewView } from './previews.dto.js';

@ApiTags('comments')
@Controller('api/v1/previews')
export class PreviewsController {
  @Post()
  @SignedIn()
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'How a text will look', description: 'Nothing is kept.' })
  @ApiOkResponse({ type: PreviewView })
  show(@Body() { body }: PreviewDto): PreviewView {
    return { html: renderMarkdown(body) };
  }
}
