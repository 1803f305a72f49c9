import { jest } from '@jest/globals';

/*
 * On a loaded machine a browser test now and then waits for something that never comes, and passes
 * when it is run again. Its first error is printed; what fails twice has failed.
 */
jest.retryTimes(1, { logErrorsBeforeRetry: true });
