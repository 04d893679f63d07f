import { problem, Refusal } from "@sluice/problems";
import type { FastifyRequest } from "fastify";
import type { z } from "zod";
import { languageOf } from "../http/languageOf.ts";
import { inputProblems } from "../refusals/inputProblems.ts";
import { ShownRefusal } from "../refusals/shownRefusal.ts";
import { wrongWithSignature } from "./wrongWithSignature.ts";

const readJson = (body: Buffer): unknown => {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch (cause) {
    if (cause instanceof SyntaxError) return null;
    throw cause;
  }
};

/**
 * Reads what another system has signed. Nothing of a request is read before its signature fits.
 *
 * @problem SIGNATURE_INVALID - it is missing, of other bytes, or more than five minutes old
 * @problem INPUT_INVALID - the body is not of the shape
 */
export const signedBody = <Shape extends z.ZodType>(
  request: FastifyRequest,
  secret: string,
  shape: Shape,
): z.infer<Shape> => {
  const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  const wrong = wrongWithSignature(request.headers["sluice-signature"], { secret, body, nowMs: Date.now() });
  if (wrong !== null) throw new Refusal([problem("SIGNATURE_INVALID", { reason: wrong })]);
  const read = shape.safeParse(readJson(body));
  if (!read.success) throw new ShownRefusal(400, inputProblems(read.error.issues, languageOf(request.headers)));
  return read.data;
};
