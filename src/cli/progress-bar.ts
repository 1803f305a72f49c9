import { Presets, SingleBar } from 'cli-progress';

/** A progress bar on a terminal; nothing if the output is not a terminal, such as a log. */
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
