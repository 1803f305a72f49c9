import { describeDevice } from './device.js';

describe('the words for a device', () => {
  it.each([
    ['Mozilla/5.0 (X11; Linux x86_64; rv:141.0) Gecko/20100101 Firefox/141.0', 'Firefox on Linux'],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
      'Safari on iOS',
    ],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0',
      'Microsoft Edge on Windows',
    ],
    [
      'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36',
      'Chrome on Android',
    ],
  ])('are its browser and system: %s', (userAgent, words) => {
    expect(describeDevice(userAgent)).toBe(words);
  });

  it('say nothing of what is not known, and repeat nothing', () => {
    for (const userAgent of [undefined, '', 'node', 'curl/8.1', '<b>Evil</b>/1.0 (Moderator)']) {
      expect(describeDevice(userAgent)).toBeNull();
    }
    const half = describeDevice('Evil/1.0 (Windows NT 10.0) Staff/2.0');
    expect(half).toBe('Windows');
  });
});
