import { request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { machineReason } from "@sluice/problems";
import { checkedLookup, isPrivateLiteral, PrivateAddress } from "./checkedLookup.ts";

export interface PostJson {
  readonly url: URL;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly allowPrivate: boolean;
  /** For connecting, sending and the whole answer together. */
  readonly withinMs: number;
  readonly answerLimitBytes: number;
}

/** What the other side answered; `text` is cut at the limit. */
export interface Posted {
  readonly status: number;
  readonly text: string;
}

/** Says that a call broke off, and whether the request may have reached the other side. */
export class CallBroken extends Error {
  readonly wasSent: boolean;

  constructor(reason: string, { wasSent, cause }: { readonly wasSent: boolean; readonly cause?: unknown }) {
    super(reason, { cause });
    this.name = "CallBroken";
    this.wasSent = wasSent;
  }
}

const codeOf = (error: Error): string => ("code" in error && typeof error.code === "string" ? error.code : error.name);

/**
 * Posts JSON over a connection of its own and answers the status and the beginning of the answer. Redirects are not followed.
 *
 * Throws `PrivateAddress` before a byte is sent, and `CallBroken` when there is no whole answer.
 */
export const postJson = ({ url, body, headers, allowPrivate, withinMs, answerLimitBytes }: PostJson): Promise<Posted> =>
  new Promise((resolve, reject) => {
    if (!allowPrivate && isPrivateLiteral(url.hostname)) return reject(new PrivateAddress());
    const send = url.protocol === "https:" ? requestHttps : requestHttp;
    let wasSent = false;
    const call = send(url, {
      method: "POST",
      agent: false,
      ...(allowPrivate ? {} : { lookup: checkedLookup }),
      headers: {
        ...headers,
        "Content-Type": "application/json; charset=utf-8",
        "Content-Length": Buffer.byteLength(body),
      },
    });
    const timer = setTimeout(() => call.destroy(new Error("no answer in time")), withinMs);
    const settle = (): void => clearTimeout(timer);
    call.once("socket", (socket) =>
      socket.once(url.protocol === "https:" ? "secureConnect" : "connect", () => (wasSent = true)),
    );
    call.once("error", (error) => {
      settle();
      const isOurs = error instanceof PrivateAddress;
      reject(
        isOurs
          ? error
          : new CallBroken(machineReason("callBrokeOff", { code: codeOf(error) }), { wasSent, cause: error }),
      );
    });
    call.once("response", (response) => {
      const parts: Buffer[] = [];
      let size = 0;
      const finish = (): void => {
        settle();
        resolve({
          status: response.statusCode ?? 0,
          text: Buffer.concat(parts).subarray(0, answerLimitBytes).toString("utf8"),
        });
      };
      response.on("data", (part: Buffer) => {
        parts.push(part);
        size += part.length;
        if (size <= answerLimitBytes) return;
        response.removeAllListeners();
        response.on("error", () => undefined);
        call.destroy();
        finish();
      });
      response.once("end", finish);
      response.once("error", (error) => {
        settle();
        reject(
          new CallBroken(machineReason("answerBrokeOff", { code: codeOf(error) }), { wasSent: true, cause: error }),
        );
      });
    });
    call.end(body);
  });
