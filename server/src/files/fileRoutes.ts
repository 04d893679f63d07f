import { createReadStream } from "node:fs";
import { join } from "node:path";
import multipart from "@fastify/multipart";
import { problem, Refusal } from "@sluice/problems";
import { statusOf } from "@sluice/problems";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import type { ServerPorts } from "../ports.ts";
import { fileInput } from "../processes/processShapes.ts";
import type { About } from "../refusals/aboutOf.ts";
import { ShownRefusal } from "../refusals/shownRefusal.ts";
import type { Context } from "../trpc/context.ts";
import { contentDisposition } from "./contentDisposition.ts";
import { UPLOAD_LIMIT_BYTES, uploadTooLarge } from "./keepUpload.ts";

interface Parts {
  readonly contextOf: (request: FastifyRequest) => Context;
  readonly filesDir: string;
  readonly files: ServerPorts["files"];
  readonly processes: Pick<ServerPorts["processes"], "file">;
}

/** What a form puts around its file. */
const ENVELOPE_BYTES = 100_000;

const idParam = z.object({ id: z.uuid() });
/** A page that is opened by its address has no header to say its language in. */
const languageQuery = z.object({ language: z.enum(["en", "zh"]).optional().catch(undefined) });

/** Nothing that a person uploaded is ever shown by a browser as part of this site. */
const asDownload = (reply: FastifyReply, name: string, type: string): FastifyReply =>
  reply
    .header("content-type", type)
    .header("content-disposition", contentDisposition(name))
    .header("x-content-type-options", "nosniff")
    .header("content-security-policy", "default-src 'none'; sandbox")
    .header("cache-control", "private, no-store");

const signedIn = async (ctx: Context) => {
  const found = await ctx.signedIn();
  if (found === null) throw new Refusal([problem("SIGN_IN_REQUIRED")]);
  return found;
};

/** Runs a route and shows its refusal to its receiver as every other door does. */
const shown = async <T>(ctx: Context, about: About | null, work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (cause) {
    const first = cause instanceof Refusal ? cause.problems[0] : undefined;
    if (!(cause instanceof Refusal) || first === undefined) throw cause;
    const reader = (await ctx.signedIn().catch(() => null))?.reader ?? null;
    const language = reader?.language ?? ctx.language;
    throw new ShownRefusal(statusOf(first), await ctx.ports.refusals.show(cause.problems, { reader, language, about }));
  }
};

const idIn = (params: unknown, recordType: string): string => {
  const parsed = idParam.safeParse(params);
  if (!parsed.success) throw new Refusal([problem("NOT_FOUND", { recordType })]);
  return parsed.data.id;
};

/**
 * Files in and out, under a path of their own.
 *
 * `POST /files` takes one file; `GET /files/{id}` gives it to whoever may see what it belongs to; `GET /files/quotes/{id}.pdf`
 * prints a quote, and refuses while its costing is not signed; `GET /files/processes/{key}?as=…` gives a process as a file.
 */
export const fileRoutes = async (
  app: FastifyInstance,
  { contextOf, filesDir, files, processes }: Parts,
): Promise<void> => {
  await app.register(multipart, {
    limits: { fileSize: UPLOAD_LIMIT_BYTES, files: 1, fields: 5, fieldSize: 10_000 },
    throwFileSizeLimit: false,
  });
  app.post(
    "/files",
    { bodyLimit: UPLOAD_LIMIT_BYTES + ENVELOPE_BYTES, config: { rateLimit: { max: 60, timeWindow: "1 minute" } } },
    (request, reply) => {
      const ctx = contextOf(request);
      return shown(ctx, null, async () => {
        const { reader, access } = await signedIn(ctx);
        if (!access.includes("write"))
          throw new Refusal([problem("NOT_ALLOWED", { action: "upload", recordType: "file" })]);
        if (Number(request.headers["content-length"] ?? 0) > UPLOAD_LIMIT_BYTES + ENVELOPE_BYTES)
          throw uploadTooLarge();
        const file = await request.file();
        if (file === undefined) throw new Refusal([problem("INPUT_INVALID", { field: "file", reason: "missing" })]);
        return reply
          .code(201)
          .send(await files.keep({ name: file.filename, stream: file.file, personId: reader.personId }));
      });
    },
  );
  app.get("/files/quotes/:id.pdf", (request, reply) => {
    const ctx = contextOf(request);
    const id = idIn(request.params, "quote");
    return shown(ctx, { type: "quote", id }, async () => {
      const { reader } = await signedIn(ctx);
      const { language = reader.language } = languageQuery.parse(request.query);
      const { name, bytes } = await files.quotePdf(id, { ...reader, language });
      return asDownload(reply, name, "application/pdf").send(Buffer.from(bytes));
    });
  });
  app.get("/files/processes/:key", (request, reply) => {
    const ctx = contextOf(request);
    return shown(ctx, null, async () => {
      const { reader } = await signedIn(ctx);
      const wish = fileInput.safeParse({ ...Object(request.query), ...Object(request.params) });
      if (!wish.success)
        throw new Refusal([
          problem("INPUT_INVALID", { field: "as", reason: "notOneOf", options: "json, bpmn, dmn, svg, png" }),
        ]);
      const { name, mediaType, encoding, content } = await processes.file(wish.data, reader);
      return asDownload(reply, name, mediaType).send(Buffer.from(content, encoding));
    });
  });
  app.get("/files/:id", (request, reply) => {
    const ctx = contextOf(request);
    return shown(ctx, null, async () => {
      const { reader } = await signedIn(ctx);
      const file = await files.find(idIn(request.params, "file"), reader);
      return asDownload(reply, file.name, file.mediaType)
        .header("content-length", file.size)
        .send(createReadStream(join(filesDir, file.place)));
    });
  });
};
