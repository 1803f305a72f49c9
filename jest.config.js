const shared = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: {
    '^(\\.{1,2}/.*)\\.js$': '$1',
    // As written, not as built: unit tests need no build.
    '^@colloquy/passages$': '<rootDir>/packages/passages/src/index.ts',
    '^@colloquy/passages/language$': '<rootDir>/packages/passages/src/language.ts',
  },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
        },
        module: { type: 'es6' },
      },
    ],
  },
};

/** The files are loaded by Node itself, and `@swc-node/register` makes JavaScript of them. */
const native = {
  testEnvironment: '<rootDir>/test/support/native/environment.js',
  testRunner: '<rootDir>/test/support/native/runner.js',
};

/**
 * Pure specs need neither a server nor a build, `built` looks at what was built, and the rest share
 * one embedded Postgres, started once a run.
 */
export default {
  projects: [
    {
      ...shared,
      displayName: 'spec',
      testMatch: [
        '<rootDir>/src/**/*.spec.ts',
        '<rootDir>/packages/*/src/**/*.spec.ts',
        '<rootDir>/test/*.spec.ts',
        '<rootDir>/test/{chaos,fuzz,races}/**/*.spec.ts',
      ],
    },
    { ...shared, displayName: 'built', testMatch: ['<rootDir>/test/built/**/*.spec.ts'] },
    {
      ...shared,
      displayName: 'system',
      ...native,
      testMatch: ['integration', 'e2e', 'ledger'].map(
        (folder) => `<rootDir>/test/${folder}/**/*.spec.ts`,
      ),
      globalSetup: '<rootDir>/test/support/global-setup.js',
      globalTeardown: '<rootDir>/test/support/global-teardown.js',
    },
    {
      ...shared,
      ...native,
      displayName: 'browser',
      testEnvironment: '<rootDir>/test/support/browser-environment.js',
      testMatch: ['<rootDir>/test/browser/**/*.spec.ts'],
      globalSetup: '<rootDir>/test/support/browser-setup.js',
      globalTeardown: '<rootDir>/test/support/browser-teardown.js',
    },
  ],
  // A shared machine may be ten times as slow; what waits in vain says so in 45 seconds.
  testTimeout: 120_000,
  // Tests wait for the database and the browser more than they compute, so two cores have work for three.
  maxWorkers: 3,
  // What modules of one file hold is not given back before the worker ends.
  workerIdleMemoryLimit: '1500MB',
};
