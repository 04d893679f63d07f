import { pageInput, pageOf } from "../shape/page.ts";
import { adminProcedure, router } from "../trpc/procedures.ts";
import { outboxMail } from "./mailShapes.ts";

/** The local outbox page: mail that an install without SMTP kept instead of sending. Admins only. */
export const mailOutboxRouter = router({
  list: adminProcedure
    .input(pageInput)
    .output(pageOf(outboxMail))
    .query(({ ctx, input }) => ctx.ports.mailOutbox.list(input)),
});
