import type { Cell } from './matrix.js';

/**
 * The matrix as text for review: the answer to each viewer, for each way to call an operation and
 * each state.
 */
export function tableOf(cells: readonly Cell[]): string {
  const lines: string[] = [];
  for (const [probe, states] of grouped(cells, ({ probe }) => probe.name)) {
    const told = [...grouped(states, ({ state }) => state)].map(
      ([state, row]) => [state, answersOf(row)] as const,
    );
    lines.push('', probe);
    for (const [answers, alike] of grouped(told, ([, answers]) => answers)) {
      lines.push(`  ${alike.map(([state]) => state).join(', ')}`, answers);
    }
  }
  return `${lines.slice(1).join('\n')}\n`;
}

/** A cell in one line. */
export function lineOf({ probe, state, viewer, answer }: Cell): string {
  return [probe.name, state, viewer, answer].join(' | ');
}

/** The cells of a table, each in one line. */
export function linesOf(table: string): string[] {
  return table.split('\n\n').flatMap((block) => {
    const [probe, ...lines] = block.split('\n');
    let states: string[] = [];
    return lines.flatMap((line) => {
      const [, answer, viewers] = /^ {4}(.+?): (.+)$/.exec(line) ?? [];
      // The name of a state may contain a comma, followed by `and`.
      if (!viewers) states = line.trim().split(/, (?!and )/);
      return (viewers?.split(', ') ?? []).flatMap((viewer) =>
        states.map((state) => [probe, state, viewer, answer].join(' | ')),
      );
    });
  });
}

function answersOf(row: readonly Cell[]): string {
  return [...grouped(row, ({ answer }) => answer)]
    .map(([answer, those]) => `    ${answer}: ${those.map(({ viewer }) => viewer).join(', ')}`)
    .sort()
    .join('\n');
}

function grouped<Item>(items: Iterable<Item>, keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
