import NativeEnvironment from './native/environment.js';

/**
 * On a loaded machine a browser test now and then waits for something that never comes, and passes
 * when it is run again. Its first error is printed, with what its tabs show and wait for; a test that
 * fails twice has failed.
 */
export default class BrowserEnvironment extends NativeEnvironment {
  constructor(config, context) {
    super(config, context);
    // `jest.retryTimes` writes to the global of the tests, where Jest does not look.
    this.ofJest[Symbol.for('RETRY_TIMES')] = 1;
    this.ofJest[Symbol.for('LOG_ERRORS_BEFORE_RETRY')] = true;
  }

  async handleTestEvent({ name, error }) {
    if (name !== 'test_fn_failure' || typeof error?.stack !== 'string') return;
    const tabs = await this.global.describeTabs?.();
    if (!tabs) return;
    const { message, stack } = error;
    error.message = `${message}\n\n${tabs}`;
    error.stack = stack.replace(message, () => error.message);
  }
}
