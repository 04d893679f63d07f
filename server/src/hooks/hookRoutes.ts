import { problem, Refusal } from "@sluice/problems";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { languageOf } from "../http/languageOf.ts";
import type { ServerPorts } from "../ports.ts";
import { inputProblems } from "../refusals/inputProblems.ts";
import { ShownRefusal } from "../refusals/shownRefusal.ts";
import { json } from "../shape/json.ts";
import { wrongWithSignature } from "./wrongWithSignature.ts";

interface Parts {
  readonly secret: string;
  readonly post: ServerPorts["hooks"]["post"];
}

const BODY_LIMIT = 65_536;

/** A message from another system. Everything that decides stands in the body, since only the body is signed. */
const hookMessage = z.strictObject({
  id: z.string().min(1).max(200),
  caseId: z.uuid(),
  message: z.string().min(1).max(80),
  key: z.string().max(200).nullable().default(null),
  payload: json.default(null),
});

const readJson = (body: Buffer): unknown => {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch (cause) {
    if (cause instanceof SyntaxError) return null;
    throw cause;
  }
};

/**
 * `POST /hooks/messages`: what another system tells a case that waits for it, verified by its signature.
 *
 * Nothing of a request is read before its signature fits. The sender's own `id` makes a message one, however often it is sent:
 * a repeated one is answered alike and does nothing.
 *
 * @problem SIGNATURE_INVALID - it is missing, of other bytes, or more than five minutes old
 * @problem NOT_FOUND - there is no such case
 */
export const hookRoutes = (app: FastifyInstance, { secret, post }: Parts): void => {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("application/json", { parseAs: "buffer" }, (_request, body, done) => done(null, body));
  app.post(
    "/hooks/messages",
    { bodyLimit: BODY_LIMIT, config: { rateLimit: { max: 1_200, timeWindow: "1 minute" } } },
    async (request, reply) => {
      const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      const wrong = wrongWithSignature(request.headers["sluice-signature"], { secret, body, nowMs: Date.now() });
      if (wrong !== null) throw new Refusal([problem("SIGNATURE_INVALID", { reason: wrong })]);
      const read = hookMessage.safeParse(readJson(body));
      if (!read.success) throw new ShownRefusal(400, inputProblems(read.error.issues, languageOf(request.headers)));
      const { caseId, ...message } = read.data;
      const isNew = await post(caseId, message);
      request.log.info({ caseId, message: message.message, isNew }, "message from outside");
      return reply.code(202).header("cache-control", "no-store").send({ accepted: true });
    },
  );
};
