import jest from './jest.config.js';

const [pure] = jest.projects;

/** What decides, and touches nothing: who may, what is held, what weighs how much, whose token it is. */
export default {
  mutate: [
    'src/users/{policy,trust,user-permissions,viewer}.ts',
    'src/posts/post-permissions.ts',
    'src/comments/shape/comment-permissions.ts',
    'src/comments/votes/scoring.ts',
    'src/screening/screening-rules.ts',
    'src/moderation/flags/{flag-scoring,address-clusters}.ts',
    'src/auth/sessions/{tokens,refresh-tokens}.ts',
    'src/auth/limits/{budget-parts,route-classes,memory-windows}.ts',
    'src/auth/passwords/guessable-passwords.ts',
    'src/text/{reserved-names,names}.ts',
    'src/input/{networks,client-address}.ts',
  ],
  testRunner: 'jest',
  testRunnerNodeArgs: ['--experimental-vm-modules', '--no-warnings=ExperimentalWarning'],
  jest: {
    projectType: 'custom',
    config: { ...pure, testMatch: ['<rootDir>/src/**/*.spec.ts'] },
  },
  // ES modules keep what they computed when they were loaded, so each mutant gets a fresh run.
  coverageAnalysis: 'off',
  concurrency: 1,
  plugins: ['@stryker-mutator/jest-runner'],
  ignorePatterns: ['*', '!src', '!packages', '!test', 'test/*', '!test/{fixtures,support}'],
  reporters: ['clear-text', 'progress-append-only'],
  clearTextReporter: { allowColor: false, reportTests: false },
  tempDirName: '.stryker',
  thresholds: { high: 90, low: 85, break: 80 },
};
