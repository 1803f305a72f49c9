import { chooseEncoding } from './encodings.js';

describe('the encoding of an answer', () => {
  it.each([
    [undefined, null],
    ['', null],
    ['identity', null],
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip;q=1.0, br;q=0.5', 'br'],
    ['br;q=0, gzip', 'gzip'],
    ['GZIP', 'gzip'],
    ['*', 'br'],
    ['*;q=0', null],
    ['br;q=0, *;q=0.1', 'gzip'],
    ['brotli', null],
    [';;,q=', null],
  ])('of %j is %j', (header, encoding) => {
    expect(chooseEncoding(header)).toBe(encoding);
    expect(chooseEncoding(header)).toBe(encoding);
  });

  it('is chosen anew once many headers were seen', () => {
    for (let n = 0; n < 300; n += 1) expect(chooseEncoding(`gzip, x-${n}`)).toBe('gzip');
    expect(chooseEncoding('br')).toBe('br');
  });
});
