describe('a browser test that fails', () => {
  let runs = 0;

  it('is run once more', () => {
    runs++;
    if (runs === 1) throw new Error('The first run of this test fails, so that there is a second.');
    expect(runs).toBe(2);
  });
});
