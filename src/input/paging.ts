import type { Type } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { OrNull } from './or-null.js';
import { CursorQuery, IntegerQuery } from './fields.js';

/** The query of a list that is read page by page. */
export class PageQuery {
  @IntegerQuery({ min: 1, max: 100 }, { description: 'Default: 20.' })
  limit?: number;

  @CursorQuery()
  cursor?: string;
}

/** A page of a list. The class that extends it gives the schema of the API document its name. */
export function PageOf<Item>(
  item: Type<Item>,
  description?: string,
): Type<{ items: Item[]; nextCursor: string | null }> {
  class PageView {
    @ApiProperty({ type: [item], description })
    items: Item[];

    @OrNull('string')
    nextCursor: string | null;
  }
  return PageView;
}
