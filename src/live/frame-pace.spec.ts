import { FramePace } from './frame-pace.js';

describe('the pace of messages', () => {
  const NOW = 1_000_000;

  it('leaves a small room twenty batches a second', () => {
    const pace = new FramePace();
    for (let batch = 0; batch < 40; batch++) {
      const now = NOW + batch * 50;
      expect(pace.spend(1_000, now)).toBe(now + 50);
    }
  });

  it('lets the window grow with the room', () => {
    for (const [sockets, window] of [
      [1, 50],
      [3_000, 150],
      [20_000, 1_000],
    ]) {
      expect(new FramePace().spend(sockets, NOW)).toBe(NOW + window);
    }
  });

  it('is one for all rooms: together they send 20,000 messages a second', () => {
    const pace = new FramePace();
    const rooms = Array.from({ length: 10 }, () => ({ sockets: 1_000, next: NOW }));
    let sent = 0;
    for (let now = NOW; now < NOW + 10_000; now++) {
      for (const room of rooms) {
        if (room.next > now) continue;
        room.next = pace.spend(room.sockets, now);
        sent += room.sockets;
      }
    }
    expect(sent).toBeGreaterThan(190_000);
    expect(sent).toBeLessThan(220_000);
  });

  it('owes nothing for what was long ago', () => {
    const pace = new FramePace();
    pace.spend(20_000, NOW);
    expect(pace.spend(3_000, NOW + 60_000)).toBe(NOW + 60_150);
  });
});
