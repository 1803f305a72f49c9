import { readFileSync, writeFileSync } from 'node:fs';
import { limitsPage } from './support/limits-page.js';

const PAGE = 'docs/limits.md';

describe(PAGE, () => {
  it('is what the tables of the code say', () => {
    const page = limitsPage();
    if (process.env.RENEW_LIMITS) writeFileSync(PAGE, page);
    expect(page).toBe(readFileSync(PAGE, 'utf8'));
  });
});
