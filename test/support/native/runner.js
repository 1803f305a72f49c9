import runner from 'jest-circus/runner';
import { pathToFileURL } from 'node:url';

/**
 * Node itself loads a test file, as it loads the service: a worker reads each module once, where Jest
 * reads all of them again for each file.
 */
export default function runNatively(globalConfig, config, environment, runtime, path, send) {
  const load = runtime.unstable_importModule.bind(runtime);
  runtime.unstable_importModule = (file) =>
    file === path ? import(pathToFileURL(file).href) : load(file);
  return runner.default(globalConfig, config, environment, runtime, path, send);
}
