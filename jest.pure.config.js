import jest from './jest.config.js';

/** The pure specs of `src/` alone: `npm run mutation` asks them again and again. */
export default {
  ...jest.projects[0],
  testMatch: ['<rootDir>/src/**/*.spec.ts'],
  testTimeout: jest.testTimeout,
};
