import { randomUUID } from "node:crypto";
import type { TestServer } from "./aServer.ts";

/** What a request was answered with. */
export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly json: never;
}

interface Asked {
  readonly method?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Somebody at the other end of HTTP, with a cookie jar of their own and the origin that a browser would name. */
export const aBrowser = (server: Pick<TestServer, "address" | "password">) => {
  let cookie = "";
  const ask = async (path: string, { method = "GET", body, headers = {} }: Asked = {}): Promise<Answered> => {
    const isRaw = typeof body === "string" || body instanceof FormData;
    const response = await fetch(`${server.address}${path}`, {
      method,
      redirect: "manual",
      headers: {
        ...(cookie === "" ? {} : { cookie }),
        ...(method === "GET" ? {} : { origin: server.address }),
        ...(body === undefined || body instanceof FormData ? {} : { "content-type": "application/json" }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: isRaw ? body : JSON.stringify(body) }),
    });
    const set = response.headers.getSetCookie().map((it) => it.split(";")[0] ?? "");
    if (set.length > 0) cookie = set.join("; ");
    const text = await response.text();
    const isJson = (response.headers.get("content-type") ?? "").includes("json");
    return {
      status: response.status,
      headers: response.headers,
      text,
      json: (isJson ? JSON.parse(text) : null) as never,
    };
  };
  return {
    ask,
    cookie: () => cookie,
    signIn: (email: string, password = server.password) =>
      ask("/auth/sign-in/email", { method: "POST", body: { email, password } }),
    /** A tRPC query: the answer's data, or its error's. */
    query: (path: string, input?: unknown) =>
      ask(`/trpc/${path}${input === undefined ? "" : `?input=${encodeURIComponent(JSON.stringify(input))}`}`),
    /** A tRPC mutation, under a command id of its own unless the input has one. */
    mutate: (path: string, input: Readonly<Record<string, unknown>>) =>
      ask(`/trpc/${path}`, { method: "POST", body: { commandId: randomUUID(), ...input } }),
    /** A REST write, under a key of its own unless one is given. */
    write: (
      method: "POST" | "PATCH",
      path: string,
      body: unknown,
      key: string = randomUUID(),
      headers: Readonly<Record<string, string>> = {},
    ) => ask(`/api/v1${path}`, { method, body, headers: { "idempotency-key": key, ...headers } }),
  };
};

export type Browser = ReturnType<typeof aBrowser>;
