import 'reflect-metadata';
import { lookQuickly } from '../../input/quick-look.js';
import { CreateCommentDto } from '../shape/comments.dto.js';
import { VoteDto } from '../votes/votes.dto.js';

describe('the bodies of the hot paths', () => {
  it.each([
    [CreateCommentDto, { body: 'Наконец-то. Beidzot.' }],
    [CreateCommentDto, { body: 'Yes.', parentId: '01923456-789a-7bcd-8ef0-123456789abc' }],
    [CreateCommentDto, { body: 'Yes.', parentId: null }],
    [VoteDto, { value: -1 }],
  ])('are known at a quick look: %p %j', (dto, body) => {
    expect(lookQuickly(dto, body)).toEqual(body);
  });
});
