import { loadModule } from './load-module.js';

describe('loading a module', () => {
  it('gives what was imported', async () => {
    await expect(loadModule(() => import('./backoff.js'))).resolves.toHaveProperty('backoff');
  });

  it.each([
    ['that has another origin', 'Failed to fetch module: https://elsewhere.example/chunk.js'],
    ['that is none', 'Failed to fetch module: https://:'],
    ['that is not told', 'Importing a module script failed.'],
  ])('asks nothing of an address %s', async (_, message) => {
    const error = new TypeError(message);
    await expect(loadModule(() => Promise.reject(error))).rejects.toBe(error);
  });
});
