import { problem, Refusal } from "@sluice/problems";
import type { FastifyInstance, FastifyReply } from "fastify";
import type { ServerPorts } from "../ports.ts";
import { hookMessage, hookStart, namedIn } from "./hookBody.ts";
import { signedBody } from "./signedBody.ts";

interface Parts {
  readonly secret: string;
  readonly hooks: ServerPorts["hooks"];
}

/** A case keeps what a message carries as a variable, and cases are small. */
const BODY_LIMIT = 32_768;
const LIMITS = { bodyLimit: BODY_LIMIT, config: { rateLimit: { max: 1_200, timeWindow: "1 minute" } } };

const accepted = (reply: FastifyReply) => reply.code(202).header("cache-control", "no-store").send({ accepted: true });

/**
 * `POST /hooks/messages`: what another system tells a case that waits for it, or those who listen to it; `POST /hooks/starts`: by
 * which it begins a process. Both verified by their signature.
 *
 * The sender's own `id` makes a request one, however often it is sent: a repeated one is answered alike and does nothing.
 *
 * @problem SIGNATURE_INVALID - it is missing, of other bytes, or more than five minutes old
 * @problem NOT_FOUND - there is no such case, or no such record
 * @problem MESSAGE_UNHEARD, HOOK_UNKNOWN - nobody waits for it, and nothing begins with it
 * @problem START_NEEDS_RECORD - it would begin a process, and names no record for it
 */
export const hookRoutes = (app: FastifyInstance, { secret, hooks }: Parts): void => {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("application/json", { parseAs: "buffer" }, (_request, body, done) => done(null, body));
  app.post("/hooks/messages", LIMITS, async (request, reply) => {
    const { caseId, recordId, recordNumber, ...message } = signedBody(request, secret, hookMessage);
    const posted =
      caseId === undefined
        ? await hooks.postToFirm({ ...message, record: namedIn({ recordId, recordNumber }) })
        : await hooks.post(caseId, message);
    if (posted === "noCase") throw new Refusal([problem("NOT_FOUND", { recordType: "case" })]);
    request.log.info({ caseId, message: message.message, posted }, "message from outside");
    return accepted(reply);
  });
  app.post("/hooks/starts", LIMITS, async (request, reply) => {
    const { recordId, recordNumber, ...call } = signedBody(request, secret, hookStart);
    const started = await hooks.start({ ...call, record: namedIn({ recordId, recordNumber }) });
    request.log.info({ hook: call.hook, started }, "start from outside");
    return accepted(reply);
  });
};
