import { PageDemand } from './page-demand.js';

describe('the demand for a page', () => {
  const read = (demand: PageDemand, from: number, every: number, times: number) => {
    for (let nth = 0; nth < times; nth++) demand.note(from + nth * every);
    return from + (times - 1) * every;
  };

  it('is high while many read at once', () => {
    const demand = new PageDemand();
    expect(demand.isHigh(0)).toBe(false);
    const now = read(demand, 0, 0.1, 200);
    expect(demand.isHigh(now)).toBe(true);
  });

  it('stays high from one span to the next', () => {
    const demand = new PageDemand();
    for (let now = 0; now < 1_000; now += 0.2) {
      demand.note(now);
      if (now > 50) expect(demand.isHigh(now)).toBe(true);
    }
  });

  it('is not high for one who asks again and again', () => {
    const demand = new PageDemand();
    for (let now = 0; now < 1_000; now += 1) {
      demand.note(now);
      expect(demand.isHigh(now)).toBe(false);
    }
  });

  it('ends when nobody asks any more', () => {
    const demand = new PageDemand();
    const now = read(demand, 0, 0.1, 400);
    expect(demand.isHigh(now + 100)).toBe(false);
    demand.note(now + 500);
    expect(demand.isHigh(now + 500)).toBe(false);
  });
});
