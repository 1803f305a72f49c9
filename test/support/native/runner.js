import runner from 'jest-circus/runner';
import asyncHooks from 'node:async_hooks';
import { pathToFileURL } from 'node:url';

/** A value in Node 20, a getter in newer ones. */
const OF_NODE = Object.getOwnPropertyDescriptor(asyncHooks, 'AsyncLocalStorage');

/**
 * Jest keeps which test runs in such a storage, a new one for each file, and never ends it. Node 20 then
 * follows every promise and socket for each of them, by the end of a run 80. Tests run one after the other here, so a
 * variable knows as much.
 */
class StorageOfOne {
  getStore() {
    return this.store;
  }

  run(store, act) {
    const { store: outer } = this;
    this.store = store;
    return Promise.resolve(act()).finally(() => (this.store = outer));
  }
}

/**
 * Jest names the places of errors by its own maps, and knows none of files that Node has loaded. Node knows them. Each
 * call of the browser reads a stack, hence the limit.
 */
function tellPlacesAsWritten() {
  Error.prepareStackTrace = undefined;
  Error.stackTraceLimit = 20;
  process.setSourceMapsEnabled(true);
}

/**
 * Node itself loads a test file, as it loads the service: a worker reads each module once, where Jest
 * reads all of them again for each file.
 */
export default async function runNatively(globalConfig, config, environment, runtime, path, send) {
  const load = runtime.unstable_importModule.bind(runtime);
  runtime.unstable_importModule = (file) =>
    file === path ? import(pathToFileURL(file).href) : load(file);
  const ofOne = { configurable: true, value: StorageOfOne };
  Object.defineProperty(asyncHooks, 'AsyncLocalStorage', ofOne);
  try {
    tellPlacesAsWritten();
    return await runner.default(globalConfig, config, environment, runtime, path, send);
  } finally {
    Object.defineProperty(asyncHooks, 'AsyncLocalStorage', OF_NODE);
  }
}
