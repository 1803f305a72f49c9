import { problem } from '../problems/domain-error.js';

export class FailedJobNotFound extends problem(
  'not-found',
  'failed-job-not-found',
  'There is no such failed job',
  'It may have been retried, or be done.',
) {}
