import { tracked } from "@trpc/server";
import { z } from "zod";
import { personProcedure, router } from "../trpc/procedures.ts";
import { carrierHealth } from "./carrierHealth.ts";
import { invalidation } from "./invalidation.ts";

/**
 * What changed, as it changes: at least once for everything the reader may see, in order of commit.
 *
 * A client that comes back with its last event id gets what it missed, with some overlap; one whose place is no longer known
 * gets `{ type: "*" }`, which means "ask for everything again".
 */
export const liveRouter = router({
  carrier: personProcedure.output(carrierHealth).query(({ ctx }) => ctx.ports.live.carrier()),
  invalidations: personProcedure
    .input(z.object({ lastEventId: z.string().max(100).nullish() }).optional())
    .subscription(async function* ({ ctx, input, signal }) {
      const last = input?.lastEventId ?? undefined;
      const news = ctx.ports.live.follow(ctx.reader, last, signal ?? new AbortController().signal);
      for await (const [id, item] of news) yield tracked(id, invalidation.parse(item));
    }),
});
