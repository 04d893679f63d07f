import { problem, Refusal, statusOf } from "@sluice/problems";
import { inSpan } from "@sluice/telemetry";
import { initTRPC, TRPCError } from "@trpc/server";
import { ZodError } from "zod";
import type { KeyAccess } from "../auth/keyAccess.ts";
import type { Reader } from "../reader.ts";
import { aboutOf } from "../refusals/aboutOf.ts";
import { inputProblems } from "../refusals/inputProblems.ts";
import { ShownRefusal } from "../refusals/shownRefusal.ts";
import { assertPlain } from "./assertPlain.ts";
import { commandIds } from "./commandIds.ts";
import type { Context } from "./context.ts";
import { shapeError } from "./shapeError.ts";
import { trpcCodeOf } from "./statusCodes.ts";

/** A stream ends after this and comes back where it was: whoever has signed out or been shut out meanwhile does not. */
const FOLLOW_FOR_MS = 5 * 60_000;

const t = initTRPC.context<Context>().create({
  isDev: false,
  errorFormatter: ({ shape, error, ctx }) => shapeError(shape, error, ctx),
  sse: {
    ping: { enabled: true, intervalMs: 15_000 },
    client: { reconnectAfterInactivityMs: 40_000 },
    maxDurationMs: FOLLOW_FOR_MS,
  },
});

export const router = t.router;

/** The reader of an answer; nobody when the refusal is about who they are. */
const readerOf = (ctx: Context): Promise<Reader | null> =>
  ctx.signedIn().then(
    (signedIn) => signedIn?.reader ?? null,
    (cause: unknown) => {
      if (cause instanceof Refusal) return null;
      throw cause;
    },
  );

/** What came of a command, in a word: done, the code of its first refusal, or a fault of ours. */
const outcomeOf = (result: { readonly ok: boolean; readonly error?: TRPCError }): string => {
  if (result.ok) return "done";
  const { cause, code } = result.error ?? {};
  if (cause instanceof Refusal) return cause.problems[0]?.code ?? "BUSY";
  return code === "BAD_REQUEST" ? "INPUT_INVALID" : "fault";
};

/** Logs and counts a command: ids and the outcome, nothing of what it said. */
const tell = (ctx: Context, procedure: string, { outcome, ...ids }: { readonly outcome: string }): void => {
  ctx.log.info({ procedure, ...ids, outcome }, "command");
  ctx.countCommand(procedure, outcome);
};

/** Turns refusals and wrong input into their shown form, once, for tRPC and REST alike. Everything else passes untouched. */
const answerRefusals = t.middleware(async ({ ctx, next, path, type, getRawInput }) => {
  const result = await (type === "mutation"
    ? inSpan(`command ${path}`, { attributes: commandIds(await getRawInput()) }, () => next())
    : next());
  if (type === "mutation") tell(ctx, path, { ...commandIds(await getRawInput()), outcome: outcomeOf(result) });
  if (result.ok) return result;
  const { cause } = result.error;
  if (cause instanceof Refusal) {
    const first = cause.problems[0] ?? problem("BUSY");
    const reader = await readerOf(ctx);
    const receiver = { reader, language: reader?.language ?? ctx.language, about: aboutOf(path, await getRawInput()) };
    const shown = new ShownRefusal(statusOf(first), await ctx.ports.refusals.show(cause.problems, receiver));
    throw new TRPCError({ code: trpcCodeOf(shown.status), message: shown.message, cause: shown });
  }
  if (result.error.code === "BAD_REQUEST" && cause instanceof ZodError) {
    const shown = new ShownRefusal(400, inputProblems(cause.issues, ctx.language));
    throw new TRPCError({ code: "BAD_REQUEST", message: shown.message, cause: shown });
  }
  return result;
});

const takePlain = t.middleware(async ({ next, getRawInput }) => {
  assertPlain(await getRawInput());
  return next();
});

/** For everybody, signed in or not. */
export const publicProcedure = t.procedure.use(answerRefusals).use(takePlain);

/** Refuses what an API key was not made for. */
const assertReach = (access: readonly KeyAccess[], needed: KeyAccess, path: string): void => {
  if (!access.includes(needed)) throw new Refusal([problem("NOT_ALLOWED", { action: path, recordType: "API key" })]);
};

/** For people who are signed in and active. `ctx.reader` reads, `ctx.caller` writes. */
export const personProcedure = publicProcedure.use(async ({ ctx, next, type, path }) => {
  const signedIn = await ctx.signedIn();
  if (signedIn === null) throw new Refusal([problem("SIGN_IN_REQUIRED")]);
  const { reader, via, access } = signedIn;
  assertReach(access, type === "mutation" ? "write" : "read", path);
  return next({ ctx: { reader, access, caller: { personId: reader.personId, via } } });
});

/** For admins, by session or by a key made for it. */
export const adminProcedure = personProcedure.use(({ ctx, next, path }) => {
  if (!ctx.reader.roles.includes("admin")) {
    throw new Refusal([
      problem("NOT_ALLOWED", { action: path, recordType: "install" }, { whoCanClear: [{ role: "admin" }] }),
    ]);
  }
  assertReach(ctx.access, "admin", path);
  return next();
});

/** For people themselves, never for a program with their key. */
export const sessionProcedure = personProcedure.use(({ ctx, next, path }) => {
  if (ctx.caller.via !== "session")
    throw new Refusal([problem("NOT_ALLOWED", { action: path, recordType: "API key" })]);
  return next();
});
