import { MemoryWindows } from './memory-windows.js';

const LONG = 3_600;

describe('counts in memory', () => {
  it('go on until their window ends, and begin anew then', () => {
    const windows = new MemoryWindows(10);
    expect(windows.count('a', LONG).count).toBe(1);
    expect(windows.count('a', LONG).count).toBe(2);
    expect(windows.find('a')?.count).toBe(2);
    windows.set('a', { count: 5, endsInMs: -1 });
    expect(windows.find('a')).toBeNull();
    expect(windows.count('a', LONG).count).toBe(1);
  });

  it('begin anew where they were taken back', () => {
    const windows = new MemoryWindows(10);
    windows.count('a', LONG);
    windows.count('b', LONG);
    windows.remove('a');
    expect(windows.find('a')).toBeNull();
    expect(windows.find('b')?.count).toBe(1);
  });

  it('are of a bounded number under a flood of addresses, and those in use stay', () => {
    const windows = new MemoryWindows(1_000);
    for (let nth = 0; nth < 65_536; nth++) {
      windows.count(`flood ${nth}`, LONG);
      if (nth % 500 === 0) windows.count('in use', LONG);
    }
    expect(windows.size).toBe(1_000);
    expect(windows.find('in use')?.count).toBe(132);
    expect(windows.find('flood 0')).toBeNull();
  });
});
