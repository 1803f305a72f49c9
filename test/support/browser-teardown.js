import globalTeardown from './global-teardown.js';

/** Ends the one browser of the run. */
export default async function browserTeardown() {
  await globalThis.testBrowser.close();
  await globalTeardown();
}
