import fastify from "fastify";
import { describe, expect, it } from "vitest";
import type { Context } from "../trpc/context.ts";
import { openApiDocument } from "./openApiDocument.ts";
import { restApi } from "./restApi.ts";

const noContext = (): Context => {
  throw new Error("nothing is asked of a context here");
};

/** Every operation that is served below /api/v1, as the document writes it; what answers 405 or 404 is none. */
const servedOperations = (): string[] => {
  const served: string[] = [];
  const app = fastify();
  app.addHook("onRoute", ({ method, url, handler }) => {
    const methods = [method].flat().filter((it) => it !== "HEAD");
    if (methods.length !== 1 || url.endsWith("/*") || handler === undefined) return;
    served.push(`${methods[0]} ${url.replace("/api/v1", "").replace(/:(\w+)/g, "{$1}")}`);
  });
  restApi(app, noContext);
  return [...new Set(served)].toSorted();
};

describe("restApi", () => {
  it("serves what the document says, and nothing else", () => {
    const paths = openApiDocument("/api/v1", [])["paths"] as Record<string, object>;
    const documented = Object.entries(paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(servedOperations()).toEqual(documented.toSorted());
  });
});
