import { Presets, SingleBar } from 'cli-progress';

/** A bar on the terminal; without one, as in a log, nothing. */
export function progressBar(what: string, unit: string) {
  const bar = new SingleBar(
    {
      format: `${what} [{bar}] {percentage} % of {total} ${unit}, {eta_formatted} left`,
      stream: process.stderr,
      noTTYOutput: false,
      hideCursor: true,
      gracefulExit: false,
    },
    Presets.shades_classic,
  );
  return {
    update: (done: number, total: number) => {
      if (!bar.isActive) bar.start(total, 0);
      bar.setTotal(total);
      bar.update(done);
    },
    stop: () => bar.stop(),
  };
}
