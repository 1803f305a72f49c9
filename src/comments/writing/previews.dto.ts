import { ApiProperty } from '@nestjs/swagger';
import { BODY } from '../shape/comments.dto.js';
import { TextField } from '../../input/fields.js';

export class PreviewDto {
  @TextField(BODY, { description: 'Markdown.' })
  body: string;
}

export class PreviewView {
  @ApiProperty({ description: 'Safe to insert.' })
  html: string;
}
