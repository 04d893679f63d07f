import { Worker } from "node:worker_threads";
import { problem, Refusal } from "@sluice/problems";
import type { Finding, PathStep, ProcessDefinition } from "@sluice/process";
import type { ShownFinding } from "./processShapes.ts";

/** What a definition may refer to in this firm, as it crosses into the thread. */
export interface FirmWorld {
  readonly roles: readonly string[];
  readonly posts: readonly string[];
  readonly rules: readonly string[];
  readonly processes: readonly string[];
  readonly versions: Readonly<Record<string, readonly number[]>>;
  readonly lifeCycles: readonly {
    readonly key: string;
    readonly recordType: string;
    readonly departmentId: string | null;
  }[];
  readonly hooks: readonly { readonly key: string; readonly hook: string }[];
}

export interface CheckOrder {
  readonly id: number;
  readonly definition: unknown;
  readonly world: FirmWorld;
  /** Whether its control points are proved, too, where nothing else is wrong with it. */
  readonly withProofs: boolean;
  /** Other than 0 once nobody waits for the answer any more. */
  readonly stop: Int32Array;
}

export interface CheckAnswer {
  readonly id: number;
  /** The definition as it was read; null when it cannot be read at all. */
  readonly definition: ProcessDefinition | null;
  readonly findings: readonly Finding[];
}

/** A definition judged: what was read, and everything that is wrong with it. */
export interface Judged {
  readonly definition: ProcessDefinition | null;
  readonly findings: ShownFinding[];
}

/** How a definition is judged. `signal` says that nobody waits for the answer any more: it then comes at once, and says nothing. */
export interface Judging {
  readonly withProofs?: boolean;
  readonly signal?: AbortSignal | undefined;
}

/** A check that takes longer than this, once its turn has come, is given up: the definition is too large to be judged. */
const LIMIT_MS = 10_000;

interface Waiting {
  readonly resolve: (judged: Judged) => void;
  readonly reject: (cause: Error) => void;
  readonly timer: NodeJS.Timeout;
}

const shownStep = ({ at, happening, actor, saw, stage, standsAt }: PathStep) => ({
  at,
  happening: { ...happening },
  actor: { ...actor },
  saw,
  stage,
  standsAt: [...standsAt],
});

/** Turns a finding into the shape it is shown in: what it does not name is absent, never undefined. */
const shown = ({ severity, code, message, fix, node, edge, move, path, example }: Finding): ShownFinding => ({
  severity,
  code,
  message,
  ...(node === undefined ? {} : { node }),
  ...(edge === undefined ? {} : { edge }),
  ...(move === undefined ? {} : { move }),
  ...(path === undefined ? {} : { path }),
  ...(fix === undefined ? {} : { fix }),
  ...(example === undefined ? {} : { example: example.map(shownStep) }),
});

/**
 * Checks definitions in a thread of its own, so that judging a large one never holds up whoever decides meanwhile. The thread
 * is started with the first check and anew when it was ended.
 */
export const checkingThread = () => {
  const waiting = new Map<number, Waiting>();
  let thread: Worker | null = null;
  let lastId = 0;

  const giveUp = (cause: Error): void => {
    const ended = thread;
    thread = null;
    for (const { reject, timer } of waiting.values()) {
      clearTimeout(timer);
      reject(cause);
    }
    waiting.clear();
    void ended?.terminate();
  };

  const started = (): Worker => {
    const made = new Worker(new URL("./startCheckThread.mjs", import.meta.url), {
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: 512 },
    });
    made.unref();
    made.on("message", ({ id, definition, findings }: CheckAnswer) => {
      const asked = waiting.get(id);
      waiting.delete(id);
      clearTimeout(asked?.timer);
      asked?.resolve({ definition, findings: findings.map(shown) });
    });
    made.on("error", (cause) => {
      if (thread === made) giveUp(cause);
    });
    return made;
  };

  return {
    /** @problem INPUT_TOO_LARGE - it could not be judged in ten seconds */
    judge: (definition: unknown, world: FirmWorld, { withProofs = false, signal }: Judging = {}): Promise<Judged> =>
      new Promise((resolve, reject) => {
        const stop = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
        const abandon = () => void Atomics.store(stop, 0, 1);
        if (signal?.aborted) abandon();
        signal?.addEventListener("abort", abandon, { once: true });
        thread ??= started();
        lastId += 1;
        const timer = setTimeout(
          () => giveUp(new Refusal([problem("INPUT_TOO_LARGE", { limit: "what can be checked in 10 s" })])),
          LIMIT_MS * (waiting.size + 1),
        );
        waiting.set(lastId, { resolve, reject, timer });
        thread.postMessage({ id: lastId, definition, world, withProofs, stop } satisfies CheckOrder);
      }),
    stop: async (): Promise<void> => {
      const ended = thread;
      thread = null;
      await ended?.terminate();
    },
  };
};

export type CheckingThread = ReturnType<typeof checkingThread>;
