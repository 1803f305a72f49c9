import { AddressField, CheckedField, TextField } from '../../input/fields.js';
import { checkLanguage, KEY, TITLE } from '../shape/posts.dto.js';

const checkSignature = (value: string) =>
  /^[0-9a-fA-F]{64}$/.test(value) ? null : 'A signature is 64 hexadecimal digits.';

export class PageQuery {
  @TextField(KEY, { optional: true })
  key?: string;

  @AddressField({ optional: true })
  url?: string;
}

export class CreatePageDto {
  @TextField(KEY, {
    optional: true,
    nullable: true,
    description: 'It counts when the page has it, its signature fits, or staff give it.',
  })
  key?: string | null;

  @CheckedField(checkSignature, {
    optional: true,
    nullable: true,
    description: 'Hex HMAC-SHA-256 of the key, with `PAGE_KEY_SECRET`.',
  })
  keySignature?: string | null;

  @AddressField({ description: 'A page of one of the configured site origins.' })
  url: string;

  @TextField(TITLE, { optional: true, description: 'Not read: the page says its title.' })
  title?: string;

  @CheckedField(checkLanguage, {
    optional: true,
    description: 'Not read: the page says its language.',
  })
  language?: string;
}

export class AddUrlDto {
  @AddressField()
  url: string;
}
