import { FULL } from '../../../test/support/full-form.js';
import { networksOf, parseAddress } from './networks.js';

describe('the networks of an address', () => {
  it.each([
    ['203.0.113.7', ['203.0.113.7', '203.0.113.0/24']],
    ['203.0.113.250', ['203.0.113.250', '203.0.113.0/24']],
    ['::ffff:203.0.113.7', ['203.0.113.7', '203.0.113.0/24']],
    ['2001:db8:1:2ab:aaaa::1', ['2001:db8:1:2ab::/64', '2001:db8:1:200::/56', '2001:db8:1::/48']],
    [
      '2001:0DB8:0001:02ab:ffff:ffff:ffff:ffff',
      ['2001:db8:1:2ab::/64', '2001:db8:1:200::/56', '2001:db8:1::/48'],
    ],
    ['::1', ['0:0:0:0::/64', '0:0:0:0::/56', '0:0:0::/48']],
    ['fe80::1%eth0', ['fe80:0:0:0::/64', 'fe80:0:0:0::/56', 'fe80:0:0::/48']],
    ['nobody', ['none']],
    ['', ['none']],
  ])('%s are %j', (address, networks) => {
    expect(networksOf(address).map(({ name }) => name)).toEqual(networks);
  });

  it('are the same for the addresses of a /64, and the 256 links of a /56 share the wider ones', () => {
    const names = (level: number, addresses: string[]) =>
      new Set(addresses.map((address) => networksOf(address)[level].name));
    const ofLink = Array.from(
      { length: FULL ? 65_536 : 4_096 },
      (_, n) => `2001:db8:1:2::${n.toString(16)}`,
    );
    expect([...names(0, ofLink)]).toEqual(['2001:db8:1:2::/64']);
    const ofLine = Array.from(
      { length: 256 },
      (_, n) => `2001:db8:1:${(0x700 + n).toString(16)}::1`,
    );
    expect([0, 1, 2].map((level) => names(level, ofLine).size)).toEqual([256, 1, 1]);
  });
});

describe('an address', () => {
  it.each([
    ['1.2.3.4:5123', '1.2.3.4'],
    ['[::1]:80', '::1'],
    ['[2001:db8::7]', '2001:db8::7'],
    ['[::ffff:1.2.3.4]:80', '1.2.3.4'],
    ['2001:db8::1:80', '2001:db8::1:80'],
  ])('%s is read as %s', (text, address) => {
    expect(parseAddress(text)?.toString()).toBe(address);
  });

  it.each([
    '',
    'unknown',
    '_hidden',
    '1.2.3',
    '0x7f.1',
    '1.2.3.4:',
    '1.2.3.4:x',
    '[1.2.3.4',
    ':80',
  ])('%j is none', (text) => {
    expect(parseAddress(text)).toBeNull();
  });
});
