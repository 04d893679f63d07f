import { createServer, type Server, type Socket } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import type { Ending } from "../outerBlock.ts";
import { mail } from "./mail.ts";
import { mailMessageOf } from "./mailMessage.ts";
import { smtpPost } from "./smtpPost.ts";

/** What the server says to a command; "hang up" ends the connection instead. */
type Play = { readonly [command in "RCPT" | "DATA" | "CONTENT"]?: string };

let server: Server | null = null;
const received: string[] = [];
const rcpt: string[] = [];

/** A mail server in a few lines: takes everything, unless `play` says otherwise. */
const aMailServer = (play: Play = {}): Promise<string> =>
  new Promise((resolve) => {
    received.length = rcpt.length = 0;
    const talk = (socket: Socket): void => {
      let content: string | null = null;
      let buffer = "";
      const say = (line: string): void => void socket.write(`${line}\r\n`);
      const answer = (part: keyof Play, usual: string): void => {
        const told = play[part] ?? usual;
        if (told === "hang up") socket.destroy();
        else say(told);
      };
      say("220 test");
      socket.on("error", () => undefined);
      socket.on("data", (data) => {
        buffer += data.toString("utf8");
        for (let end = buffer.indexOf("\r\n"); end >= 0; end = buffer.indexOf("\r\n")) {
          const line = buffer.slice(0, end);
          buffer = buffer.slice(end + 2);
          if (content !== null && line !== ".") content += `${line}\n`;
          else if (content !== null) {
            received.push(content);
            content = null;
            answer("CONTENT", "250 taken");
          } else if (line.startsWith("RCPT")) {
            rcpt.push(line);
            answer("RCPT", "250 ok");
          } else if (line === "DATA") {
            if ((play.DATA ?? "354").startsWith("354")) content = "";
            answer("DATA", "354 go on");
          } else if (line === "QUIT") socket.end("221 bye\r\n");
          else say("250 ok");
        }
      });
    };
    server = createServer(talk).listen(0, "127.0.0.1", () => {
      const address = server?.address();
      resolve(`smtp://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`);
    });
  });
afterEach(() => void server?.close());

const FROM = "Lanting <crm@lanting.example>";
const send = (url: string, input: { readonly [name: string]: string } = {}): Promise<Ending> =>
  mail({ post: smtpPost({ url, from: FROM, silenceMs: 500 }), from: FROM, attachment: async () => null }).perform({
    caseId: "c1",
    idempotencyKey: "c1:mail-1",
    input: { to: "zhao@customer.example", subject: "报价单 Q-2026-000123", text: "您好，\n请查收。", ...input },
  });
const headersOf = (mailText = ""): string => mailText.slice(0, mailText.indexOf("\n\n"));

describe("mail", () => {
  it("sends with a Message-ID that stays the same over attempts", async () => {
    const url = await aMailServer();

    const first = await send(url);
    const second = await send(url);

    expect(second).toEqual(first);
    expect(first.ending).toBe("done");
    const ids = received.map((text) => /^Message-ID: (.*)$/m.exec(headersOf(text))?.[1]);
    expect(ids).toEqual([expect.stringMatching(/^<[0-9a-f]{32}@lanting\.example>$/), ids[0]]);
  });

  it.each([
    { name: "a subject", input: { subject: "Hello\r\nBcc: spy@evil.example\r\n\r\nbody" } },
    { name: "a subject with other line ends", input: { subject: "Hello\u2028Bcc: spy@evil.example\u0085X" } },
  ])("lets no header in through $name", async ({ input }) => {
    const url = await aMailServer();

    await send(url, input);

    expect(rcpt).toHaveLength(1);
    expect(headersOf(received[0])).not.toMatch(/^Bcc:/im);
  });

  it.each([
    "a@b.example\r\nBcc: c@d.example",
    "no address",
    "a@b.example> SIZE=1",
    "",
    "a@b@c",
    '"a"@b.example',
    "<a@b.example>",
  ])("refuses %j as an address", async (to) => {
    const url = await aMailServer();

    expect(await send(url, { to })).toMatchObject({ ending: "notDone", again: false });
    expect(rcpt).toEqual([]);
  });

  it("says first that it takes an earlier mail back", () => {
    const input = { to: "a@x.example", subject: "Quote", text: "Here it is.", undoes: "4.1" };

    expect(mailMessageOf(input, { idempotencyKey: "c1:9.1", from: FROM })).toMatchObject({
      subject: "Withdrawn 已撤回: Quote",
    });
  });

  it("sends to several", async () => {
    const url = await aMailServer();

    await send(url, { to: "a@x.example, b@y.example; a@x.example" });

    expect(rcpt).toEqual(["RCPT TO:<a@x.example>", "RCPT TO:<b@y.example>"]);
  });

  it.each<{ name: string; play: Play; ending: object }>([
    {
      name: "refused for good",
      play: { RCPT: "550 no such user" },
      ending: { ending: "notDone", again: false, reason: "the mail server refused it (SMTP 550)" },
    },
    { name: "refused for now", play: { RCPT: "451 later" }, ending: { ending: "notDone", again: true } },
    { name: "content refused", play: { CONTENT: "554 spam" }, ending: { ending: "notDone", again: false } },
    { name: "broken off before the content", play: { RCPT: "hang up" }, ending: { ending: "notDone", again: true } },
    { name: "broken off after the content", play: { CONTENT: "hang up" }, ending: { ending: "unknown" } },
  ])("knows what became of a mail $name", async ({ play, ending }) => {
    expect(await send(await aMailServer(play))).toMatchObject(ending);
  });

  it("knows that nothing left when no server listens", async () => {
    const url = await aMailServer();
    await new Promise((resolve) => void server?.close(resolve));

    expect(await send(url)).toMatchObject({ ending: "notDone", again: true });
  });

  it("refuses a mail whose file is gone", async () => {
    expect(await send(await aMailServer(), { file: "00000000-0000-7000-8000-000000000000" })).toMatchObject({
      ending: "notDone",
      again: false,
    });
  });
});
