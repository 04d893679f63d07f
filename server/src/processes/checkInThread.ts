import { Worker } from "node:worker_threads";
import type { RecordSchema, RightsRule } from "@sluice/domain";
import { type Language, problem, Refusal } from "@sluice/problems";
import type {
  Behaviour,
  Called,
  CalledProcess,
  Caller,
  Finding,
  FindingDetail,
  PathStep,
  ProcessDefinition,
} from "@sluice/process";
import type { ReadDmn, ReadFile } from "@sluice/process/interchange";
import type { ShownBehaviour, ShownFinding } from "./processShapes.ts";

/** What a definition may refer to in this firm, as it crosses into the thread. */
export interface FirmWorld {
  /** The record types as they stand, custom fields included, and what roles may do with them. */
  readonly schemas: Readonly<Record<string, RecordSchema>>;
  readonly rights: readonly RightsRule[];
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
  /** What the definition that is judged calls, and what calls it. */
  readonly called: readonly Called[];
  readonly callers: readonly Caller[];
}

/** What the thread is asked, and what it answers to each. */
export interface ThreadWork {
  readonly judge: {
    readonly ask: {
      readonly definition: unknown;
      readonly world: FirmWorld;
      /** Whether its stories are played and its control points proved, too, where nothing else is wrong with it. */
      readonly withProofs: boolean;
      /** Whether nothing is proved any more once a story fails: it is refused anyhow. */
      readonly stopsAtStories: boolean;
    };
    readonly answer: {
      /** The definition as it was read; null when it cannot be read at all. */
      readonly definition: ProcessDefinition | null;
      readonly findings: readonly Finding[];
    };
  };
  readonly compare: {
    readonly ask: { readonly before: unknown; readonly after: unknown; readonly world: FirmWorld };
    /** Null when one of the two cannot be played: errors stand against it. */
    readonly answer: Behaviour | null;
  };
  readonly call: {
    readonly ask: { readonly definition: ProcessDefinition };
    readonly answer: CalledProcess;
  };
  readonly read: {
    readonly ask: { readonly text: string; readonly recordType: string };
    readonly answer: ReadFile;
  };
  readonly readTables: {
    readonly ask: { readonly text: string };
    readonly answer: ReadDmn;
  };
  readonly write: {
    readonly ask: { readonly definition: ProcessDefinition; readonly as: WrittenAs; readonly language: Language };
    readonly answer: string;
  };
}

export type ThreadOrder = {
  readonly [What in keyof ThreadWork]: {
    readonly id: number;
    readonly what: What;
    readonly ask: ThreadWork[What]["ask"];
    /** Other than 0 once nobody waits for the answer any more. */
    readonly stop: Int32Array;
  };
}[keyof ThreadWork];

export interface ThreadAnswer {
  readonly id: number;
  readonly answer: ThreadWork[keyof ThreadWork]["answer"];
}

/** The files that a definition is written as; decision tables are a file of their own. */
export type WrittenAs = "json" | "bpmn" | "dmn" | "svg";

/** A definition judged: what was read, and everything that is wrong with it. */
export interface Judged {
  readonly definition: ProcessDefinition | null;
  readonly findings: ShownFinding[];
}

/** How a definition is judged. `signal` says that nobody waits for the answer any more: it then comes at once, and says nothing. */
export interface Judging {
  readonly withProofs?: boolean;
  readonly stopsAtStories?: boolean;
  readonly signal?: AbortSignal | undefined;
}

/** A check that takes longer than this, once its turn has come, is given up: the definition is too large to be judged. */
const LIMIT_MS = 10_000;

interface Waiting {
  readonly resolve: (answer: ThreadAnswer["answer"]) => void;
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

const shownDetail = ({ meant, at, ...detail }: FindingDetail): NonNullable<ShownFinding["detail"]> => ({
  ...detail,
  ...(meant === undefined ? {} : { meant: [...meant] }),
  ...(at === undefined ? {} : { at: [...at] }),
});

/** Turns a finding into the shape it is shown in: what it does not name is absent, never undefined. */
export const shownFinding = ({
  severity,
  code,
  message,
  fix,
  detail,
  node,
  edge,
  move,
  path,
  example,
}: Finding): ShownFinding => ({
  severity,
  code,
  message,
  ...(node === undefined ? {} : { node }),
  ...(edge === undefined ? {} : { edge }),
  ...(move === undefined ? {} : { move }),
  ...(path === undefined ? {} : { path }),
  ...(fix === undefined ? {} : { fix }),
  ...(detail === undefined ? {} : { detail: shownDetail(detail) }),
  ...(example === undefined ? {} : { example: example.map(shownStep) }),
});

/** Turns examples into lists that belong to whoever is answered. */
const shownBehaviour = ({ examples, isWhole }: Behaviour): ShownBehaviour => ({
  isWhole,
  examples: examples.map(({ given, acts, before, after, partAt }) => ({
    given: given.map(({ path, part, value }) => ({ path, part, value: value as string })),
    acts: acts.map(({ at, happening }) => ({ at, happening: { ...happening } })),
    before: { ...before, nodes: [...before.nodes] },
    after: { ...after, nodes: [...after.nodes] },
    partAt,
  })),
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
    made.on("message", ({ id, answer }: ThreadAnswer) => {
      const asked = waiting.get(id);
      waiting.delete(id);
      clearTimeout(asked?.timer);
      asked?.resolve(answer);
    });
    made.on("error", (cause) => {
      if (thread === made) giveUp(cause);
    });
    return made;
  };

  const asked = <What extends keyof ThreadWork>(
    what: What,
    ask: ThreadWork[What]["ask"],
    signal?: AbortSignal,
  ): Promise<ThreadWork[What]["answer"]> =>
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
      waiting.set(lastId, { resolve: resolve as Waiting["resolve"], reject, timer });
      thread.postMessage({ id: lastId, what, ask, stop } as ThreadOrder);
    });

  return {
    /** @problem INPUT_TOO_LARGE - it could not be judged in ten seconds */
    judge: async (
      definition: unknown,
      world: FirmWorld,
      { withProofs = false, stopsAtStories = false, signal }: Judging = {},
    ): Promise<Judged> => {
      const answer = await asked("judge", { definition, world, withProofs, stopsAtStories }, signal);
      return { definition: answer.definition, findings: answer.findings.map(shownFinding) };
    },
    /**
     * What goes another way in the second of two definitions.
     *
     * @problem DEFINITION_INVALID - one of them cannot be played
     */
    compare: async (versions: ThreadWork["compare"]["ask"], signal?: AbortSignal): Promise<ShownBehaviour> => {
      const found = await asked("compare", versions, signal);
      if (found === null) throw new Refusal([problem("DEFINITION_INVALID", { count: 1 })]);
      return shownBehaviour(found);
    },
    /** What a published version looks like to those that call it. */
    call: (definition: ProcessDefinition): Promise<CalledProcess> => asked("call", { definition }),
    /** @problem INPUT_TOO_LARGE - it could not be read in ten seconds */
    readFile: (ask: ThreadWork["read"]["ask"]) => asked("read", ask),
    /** @problem INPUT_TOO_LARGE - it could not be read in ten seconds */
    readTables: (ask: ThreadWork["readTables"]["ask"]) => asked("readTables", ask),
    /** @problem INPUT_TOO_LARGE - it could not be written in ten seconds */
    write: (ask: ThreadWork["write"]["ask"]) => asked("write", ask),
    stop: async (): Promise<void> => {
      const ended = thread;
      thread = null;
      await ended?.terminate();
    },
  };
};

export type CheckingThread = ReturnType<typeof checkingThread>;
