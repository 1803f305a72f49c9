import NativeEnvironment from './native/environment.js';

/** The error of a browser test that fails says what its tabs show and wait for. */
export default class BrowserEnvironment extends NativeEnvironment {
  async handleTestEvent({ name, error }) {
    if (name !== 'test_fn_failure' || typeof error?.stack !== 'string') return;
    const tabs = await this.global.describeTabs?.();
    if (!tabs) return;
    const { message, stack } = error;
    error.message = `${message}\n\n${tabs}`;
    error.stack = stack.replace(message, () => error.message);
  }
}
