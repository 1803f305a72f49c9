import type { Person } from './people.js';
import type { TestApp } from './test-app.js';
import { unzip } from './unzip.js';

/** The data download of an account: the files of its ZIP by name, as text. */
export async function filesOf(
  app: Pick<TestApp, 'request'>,
  person: Pick<Person, 'auth'>,
): Promise<Map<string, string>> {
  const answer = await app.request
    .get('/api/v1/users/me/export')
    .set(person.auth)
    .buffer(true)
    .parse((response, done) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece));
      response.on('end', () => done(null, Buffer.concat(pieces)));
    })
    .expect(200)
    .expect('content-type', 'application/zip')
    .expect('cache-control', 'private, no-store');
  return unzip(answer.body as Buffer);
}
