import type { RunningService, Say, Service } from "@sluice/embedded";

/** Services that are told where the servers are when they start. */
export interface Dependents {
  /** One of them, made when its turn comes: only then it is known where the servers are. */
  readonly late: (name: string, make: () => Service) => Service;
  /** Ends those that were told what is no longer so. Whoever supervises them starts them again. */
  readonly startAnew: () => void;
}

/** Keeps together what a server takes along when it comes back in another place, because its port was taken meanwhile. */
export const dependents = (say: Say): Dependents => {
  const running = new Set<RunningService>();
  let moves = 0;
  const end = (it: RunningService): void => {
    running.delete(it);
    it.stop().catch((cause: unknown) => say(`A program did not stop: ${cause instanceof Error ? cause.message : "?"}`));
  };
  return {
    late: (name, make) => ({
      name,
      start: async (signal) => {
        const movesBefore = moves;
        const it = await make().start(signal);
        running.add(it);
        void it.untilExit().finally(() => running.delete(it));
        if (moves > movesBefore) end(it);
        return it;
      },
    }),
    startAnew: () => {
      moves += 1;
      for (const it of running) end(it);
    },
  };
};
