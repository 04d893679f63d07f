import type { RecordSchema } from "@sluice/domain";
import { z } from "zod";
import { appRouter } from "../appRouter.ts";
import { shownProblem } from "../refusals/shownProblem.ts";
import { fieldsSchema } from "./fieldsSchema.ts";
import { hoistDefinitions, type JsonSchema } from "./hoistDefinitions.ts";
import type { RestRoute } from "./restRoute.ts";
import { restRoutes } from "./restRoutes.ts";

/** The procedures by their full path: tRPC keeps them so beside the typed tree. */
const procedures = new Map<string, unknown>(Object.entries(appRouter._def.procedures));

/** The zod schemas that a procedure was built with. */
const schemasOf = (path: string): { input: z.ZodType | null; output: z.ZodType | null } => {
  const procedure = procedures.get(path);
  const isProcedure = typeof procedure === "function" && "_def" in procedure;
  const definition = isProcedure && typeof procedure._def === "object" && procedure._def !== null ? procedure._def : {};
  const inputs = "inputs" in definition && Array.isArray(definition.inputs) ? definition.inputs : [];
  const output = "output" in definition ? definition.output : null;
  const last: unknown = inputs.at(-1);
  return { input: last instanceof z.ZodType ? last : null, output: output instanceof z.ZodType ? output : null };
};

const PROBLEM = {
  description: "Refused; every reason is in `problems`",
  content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Refusal" } } },
};

const placesOf = (path: string): JsonSchema[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string" },
  }));

const words: Readonly<Record<string, JsonSchema>> = {
  cursor: { description: "`nextCursor` of the page before", schema: { type: "string" } },
  limit: { schema: { type: "integer", minimum: 1, maximum: 100, default: 50 } },
  sort: { description: "A field, with a minus before it for the other way", schema: { type: "string" } },
  q: { description: "Words to look for", schema: { type: "string" } },
  version: { description: "The version that was read", required: true, schema: { type: "integer", minimum: 0 } },
  as: { description: "What it is written as", required: true, schema: { enum: ["json", "bpmn", "dmn", "svg", "png"] } },
  published: {
    description: "A published version; left out, the draft where there is one",
    schema: { type: "integer", minimum: 1 },
  },
  language: { description: "In which names are written", schema: { enum: ["en", "zh"] } },
};

const filterOf = ({ filters }: RestRoute): JsonSchema => ({
  description: "`filter[field]=value`: a field of the record that its lists may be narrowed by",
  style: "deepObject",
  explode: true,
  schema:
    filters === undefined
      ? { type: "object", additionalProperties: { type: "string" } }
      : {
          type: "object",
          properties: Object.fromEntries(filters.map((name) => [name, { type: "string" }])),
          additionalProperties: false,
        },
});

const queryOf = (route: RestRoute): JsonSchema[] =>
  (route.query ?? []).map((name) => ({
    name,
    in: "query",
    ...(name === "filter" ? filterOf(route) : words[name]),
  }));

/**
 * The OpenAPI 3.1 document of the REST operations, made from the schemas of their procedures, so it cannot say anything else
 * than what is checked. `schemas` say what stands in the `fields` of a record.
 */
export const openApiDocument = (base: string, schemas: readonly RecordSchema[]): JsonSchema => {
  const components: Record<string, JsonSchema> = Object.fromEntries(
    schemas.map((schema) => [`${schema.type}Fields`, fieldsSchema(schema)]),
  );
  const schemaOf = (schema: z.ZodType, io: "input" | "output", name: string): JsonSchema =>
    hoistDefinitions(z.toJSONSchema(schema, { io, unrepresentable: "any", reused: "inline" }), name, components);

  const bodyOf = (route: RestRoute, input: z.ZodType | null, name: string): JsonSchema | null => {
    if (route.body === undefined || input === null) return null;
    const whole = schemaOf(input, "input", `${name}Input`);
    const all =
      typeof whole["properties"] === "object" && whole["properties"] !== null
        ? Object.entries(whole["properties"])
        : [];
    const required = Array.isArray(whole["required"])
      ? whole["required"].filter((it) => route.body?.includes(String(it)))
      : [];
    return {
      type: "object",
      properties: {
        ...Object.fromEntries(all.filter(([key]) => route.body?.includes(key))),
        ...(route.recordType === undefined || components[`${route.recordType}Fields`] === undefined
          ? {}
          : { fields: { $ref: `#/components/schemas/${route.recordType}Fields` } }),
      },
      required,
      additionalProperties: false,
    };
  };

  components["Problem"] = schemaOf(shownProblem, "output", "Problem");
  components["Refusal"] = {
    type: "object",
    allOf: [{ $ref: "#/components/schemas/Problem" }],
    properties: {
      type: { type: "string" },
      title: { type: "string" },
      status: { type: "integer" },
      problems: { type: "array", items: { $ref: "#/components/schemas/Problem" } },
    },
    required: ["type", "title", "status", "problems"],
  };

  const paths: Record<string, JsonSchema> = {};
  for (const route of restRoutes) {
    const name = `${route.method.toLowerCase()}_${route.path.replace(/[^a-zA-Z]+/g, "_").replace(/^_|_$/g, "")}`;
    const { input, output } = schemasOf(route.procedure);
    const body = bodyOf(route, input, name);
    const parameters = [
      ...placesOf(route.path),
      ...queryOf(route),
      ...(route.method === "GET" ? [] : [{ $ref: "#/components/parameters/IdempotencyKey" }]),
    ];
    paths[route.path] = {
      ...paths[route.path],
      [route.method.toLowerCase()]: {
        operationId: name,
        summary: route.summary,
        tags: [route.path.split("/")[1]],
        parameters,
        ...(body === null
          ? {}
          : { requestBody: { required: true, content: { "application/json": { schema: body } } } }),
        responses: {
          [route.status]: {
            description: "Done",
            ...(route.madeAt === undefined
              ? {}
              : { headers: { Location: { description: "Where it is found", schema: { type: "string" } } } }),
            content: { "application/json": { schema: output === null ? {} : schemaOf(output, "output", name) } },
          },
          default: PROBLEM,
        },
      },
    };
  }
  paths["/openapi.json"] = {
    get: {
      operationId: "get_openapi",
      summary: "This document",
      tags: ["openapi"],
      security: [],
      responses: { 200: { description: "Done", content: { "application/json": { schema: { type: "object" } } } } },
    },
  };
  return {
    openapi: "3.1.0",
    info: {
      title: "Sluice",
      version: "1",
      description: "The same procedures as the studio's. Every write takes an Idempotency-Key.",
    },
    servers: [{ url: base }],
    security: [{ apiKey: [] }, { session: [] }],
    paths,
    components: {
      schemas: components,
      parameters: {
        IdempotencyKey: {
          name: "Idempotency-Key",
          in: "header",
          description:
            "The id of the command. Sent again with the same body it is answered with the first answer; with another it is refused. Made for the request when missing.",
          schema: { type: "string", format: "uuid" },
        },
      },
      securitySchemes: {
        apiKey: { type: "apiKey", in: "header", name: "x-api-key" },
        session: { type: "apiKey", in: "cookie", name: "sluice.session_token" },
      },
    },
  };
};
