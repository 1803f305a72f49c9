import { parseConfig } from '../../config/app-config.js';
import { AddressClusters, LINE_BYTES, SITE_BYTES } from './address-clusters.js';

const clusters = new AddressClusters(
  parseConfig({ AUTH_SECRET: 'kV2mT9xLq4Rz7YbN1cWf8PsJ5hGd3AeU' }),
);
const shared = (one: string, other: string) => {
  const [a, b] = [clusters.hash(one, 'flag'), clusters.hash(other, 'flag')];
  return [a.length, LINE_BYTES, SITE_BYTES].find((bytes) =>
    a.subarray(0, bytes).equals(b.subarray(0, bytes)),
  );
};

describe('the cluster of an address', () => {
  it.each([
    ['203.0.113.7', '::ffff:203.0.113.250', 24],
    ['203.0.113.7', '203.0.114.7', undefined],
    ['2001:db8:1:200::1', '2001:db8:1:200:aaaa::1', 24],
    ['2001:db8:1:200::1', '2001:db8:1:2ff::1', LINE_BYTES],
    ['2001:db8:1:200::1', '2001:db8:1:300::1', SITE_BYTES],
    ['2001:db8:1::1', '2001:db8:2::1', undefined],
    ['nobody', '', 24],
  ])('%s shares with %s its first %s bytes', (one, other, bytes) => {
    expect(shared(one, other)).toBe(bytes);
  });

  it('is another one for another purpose or key', () => {
    const other = new AddressClusters(
      parseConfig({ AUTH_SECRET: 'Zq4Rz7YbN1cWf8PsJ5hGd3AeUkV2mT9x' }),
    );
    const made = [
      clusters.hash('203.0.113.7', 'flag'),
      clusters.hash('203.0.113.7', 'notice'),
      other.hash('203.0.113.7', 'flag'),
    ];
    expect(new Set(made.map((hash) => hash.toString('hex', 0, SITE_BYTES))).size).toBe(3);
  });
});
