import { z } from "zod";
import { command, committed } from "../shape/command.ts";
import { router, sessionProcedure } from "../trpc/procedures.ts";
import { apiKeyRow, apiKeyWish, madeApiKey } from "./apiKeyShapes.ts";

/** A person's own API keys. A program with a key sees, makes and revokes none. */
export const apiKeysRouter = router({
  list: sessionProcedure.output(z.array(apiKeyRow)).query(({ ctx }) => ctx.ports.apiKeys.list(ctx.reader)),
  create: sessionProcedure
    .input(apiKeyWish)
    .output(madeApiKey)
    .mutation(({ ctx, input }) => ctx.ports.apiKeys.create(input, ctx.caller)),
  revoke: sessionProcedure
    .input(command.extend({ id: z.uuid() }))
    .output(committed)
    .mutation(({ ctx, input }) => ctx.ports.apiKeys.revoke(input, ctx.caller)),
});
