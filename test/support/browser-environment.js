import { TestEnvironment } from 'jest-environment-node';

/** Where a browser test fails, says what its tabs show and wait for. */
export default class BrowserEnvironment extends TestEnvironment {
  async handleTestEvent({ name, test }) {
    if (name !== 'test_fn_failure') return;
    const tabs = await this.global.describeTabs?.();
    if (tabs) process.stderr.write(`The tabs of “${test.name}”, which failed:\n${tabs}\n`);
  }
}
