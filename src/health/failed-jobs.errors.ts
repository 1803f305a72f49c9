import { problem } from '../problems/domain-error.js';

export class FailedJobNotFound extends problem(
  'not-found',
  'failed-job-not-found',
  'There is no such job that failed',
  'It may be tried again by now, or is done.',
) {}
