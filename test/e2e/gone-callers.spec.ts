import { jest } from '@jest/globals';
import { Passwords } from '../../src/auth/passwords/passwords.js';
import { open } from '../support/raw-http.js';
import { useSite } from '../support/site.js';
import { until } from '../support/until.js';

describe('callers who have gone', () => {
  const site = useSite();

  it('have no password hashed that waited for its turn', async () => {
    const passwords = site.app.app.get(Passwords, { strict: false });
    const verify = passwords.verify.bind(passwords);
    let asked = 0;
    const dropped: unknown[] = [];
    const spy = jest.spyOn(passwords, 'verify').mockImplementation(async (...args) => {
      asked += 1;
      return verify(...args).catch((error: unknown) => {
        dropped.push(error);
        throw error;
      });
    });
    try {
      const body = JSON.stringify({ login: 'nobody', password: 'pass phrase' });
      const bytes = [
        'POST /api/v1/auth/login HTTP/1.1',
        'Host: localhost',
        'Content-Type: application/json',
        `Content-Length: ${body.length}`,
        '',
        body,
      ].join('\r\n');
      const sockets = await Promise.all(
        Array.from({ length: 100 }, () => open(site.app.url, bytes)),
      );
      await until('all to be asked', async () => asked === 100);
      for (const socket of sockets) socket.resetAndDestroy();
      // Two at a time are begun; of those who wait, the rest has left meanwhile.
      await until('the line to be empty', async () => dropped.length > 0);
      await site.app.request
        .post('/api/v1/auth/login')
        .send({ login: 'nobody', password: 'pass phrase' })
        .expect(401);
      expect(dropped.length).toBeGreaterThan(50);
    } finally {
      spy.mockRestore();
    }
  });
});
