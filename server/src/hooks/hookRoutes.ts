import { problem, Refusal } from "@sluice/problems";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { ServerPorts } from "../ports.ts";
import { json } from "../shape/json.ts";
import { isSigned } from "./isSigned.ts";

interface Parts {
  readonly hooks: ServerPorts["hooks"];
  readonly secret: string;
}

/** A case keeps what a message carries as a variable, and cases are small. */
const BODY_LIMIT_BYTES = 32_768;

/** Everything that says where a message goes stands in the signed body: a recorded call cannot be turned to another case. */
const messageSchema = z.strictObject({
  /** The sender's own id: the same message, however often it is sent. */
  id: z.string().min(1).max(200),
  caseId: z.uuid(),
  message: z.string().min(1).max(80),
  key: z.string().max(200).nullish(),
  payload: json.optional(),
});

const read = (body: string): z.infer<typeof messageSchema> => {
  let given: unknown;
  try {
    given = JSON.parse(body);
  } catch {
    throw new Refusal([problem("INPUT_INVALID", { field: "body", reason: "it is not JSON" })]);
  }
  const parsed = messageSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new Refusal(
    parsed.error.issues.map(({ path, message }) =>
      problem("INPUT_INVALID", { field: path.join(".") || "body", reason: message }),
    ),
  );
};

/**
 * `POST /hooks/messages`: word from another system for a case that waits for it, or soon will. Taken once per id; the case
 * moves right after the answer.
 *
 * @problem SIGNATURE_INVALID - not signed with the shared secret, or not just now; looked at before anything else
 * @problem NOT_FOUND - there is no such case, or it has ended
 */
export const hookRoutes = (app: FastifyInstance, { hooks, secret }: Parts): void => {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("*", { parseAs: "string", bodyLimit: BODY_LIMIT_BYTES }, (_request, body, done) =>
    done(null, body),
  );
  app.post("/hooks/messages", async (request, reply) => {
    const body = typeof request.body === "string" ? request.body : "";
    const signature = request.headers["sluice-signature"];
    if (!isSigned({ body, signature: String(signature ?? ""), secret, nowMs: Date.now() }))
      throw new Refusal([problem("SIGNATURE_INVALID")]);
    const { caseId, key, payload, ...rest } = read(body);
    const taken = await hooks.take(caseId, { ...rest, key: key ?? null, payload: payload ?? null });
    if (taken === "noCase") throw new Refusal([problem("NOT_FOUND", { recordType: "case" })]);
    return reply.code(202).send({ taken: taken === "new" });
  });
};
