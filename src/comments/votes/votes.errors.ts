import { problem } from '../../problems/domain-error.js';

export class VotesUpOnly extends problem(
  'conflict',
  'votes-up-only',
  'This discussion takes no votes against a comment',
  'Comments of this post can be voted for, and not against; answer, or report abuse.',
) {}

export class VotesOff extends problem(
  'conflict',
  'votes-off',
  'This discussion takes no votes',
  'Comments of this post cannot be voted on.',
) {}
