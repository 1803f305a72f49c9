import { csvLine } from './csv.js';

describe('a line of CSV', () => {
  it('quotes every cell, doubles quotes, and ends as RFC 4180 wants', () => {
    expect(csvLine(['one', 'a "b", c', 'two\nlines', ''])).toBe(
      '"one","a ""b"", c","two\nlines",""\r\n',
    );
  });

  it.each(['=1+1', '+1', '-1', '@sum', '\t=1', '\r=1'])(
    'puts an apostrophe before what could be a formula: %j',
    (cell) => {
      expect(csvLine([cell])).toBe(`"'${cell}"\r\n`);
    },
  );

  it('leaves signs within a cell alone', () => {
    expect(csvLine(['1=1', ' -'])).toBe('"1=1"," -"\r\n');
  });
});
