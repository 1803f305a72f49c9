import { serviceLogger } from './logger.js';

function linesOf(write: (logger: ReturnType<typeof serviceLogger>) => void): string[] {
  let text = '';
  write(serviceLogger('info', { write: (line) => void (text += line) }));
  expect(text.endsWith('\n')).toBe(true);
  return text.slice(0, -1).split('\n');
}

describe('the log of the service', () => {
  it('is one line of JSON an entry, with its time in UTC and where it comes from', () => {
    const [line, ...more] = linesOf((logger) => logger.error('It failed', 'Problems'));
    expect(more).toEqual([]);
    expect(JSON.parse(line)).toEqual({
      level: 50,
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      context: 'Problems',
      msg: 'It failed',
    });
  });

  it.each([
    ['a line of its own', 'x\n{"level":30,"msg":"Everything is well"}'],
    ['other ends of a line', 'x\r\n\u2028\u2029\u0085y'],
    ['the end of its member', 'x","level":10,"y":"'],
    ['controls of a terminal', 'x\u001b[2J\u0007\u0000'],
  ])('takes nothing that an error quotes for %s', (_, text) => {
    const lines = linesOf((logger) => logger.error(new Error(text).message));
    expect(lines).toHaveLength(1);
    // eslint-disable-next-line no-control-regex
    expect(lines[0]).not.toMatch(/[\u0000-\u001f]/);
    expect(JSON.parse(lines[0])).toMatchObject({ level: 50 });
  });
});
