import { describe, expect, it } from "vitest";
import { decodedFile } from "./decodedFile.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);
const latin1 = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0));

describe("a file's text", () => {
  it.each([
    { name: "UTF-8", bytes: utf8("{é流}"), decoded: { text: "{é流}" } },
    {
      name: "what an XML file says of itself",
      bytes: latin1('<?xml version="1.0" encoding="ISO-8859-1"?><a>é</a>'),
      decoded: { text: '<?xml version="1.0" encoding="ISO-8859-1"?><a>é</a>' },
    },
    {
      name: "GB18030",
      bytes: new Uint8Array([...latin1('<?xml version="1.0" encoding="GB18030"?><a>'), 0xc1, 0xf7, ...latin1("</a>")]),
      decoded: { text: '<?xml version="1.0" encoding="GB18030"?><a>流</a>' },
    },
    { name: "UTF-16 by its mark", bytes: new Uint8Array([0xff, 0xfe, 0x7b, 0, 0x7d, 0]), decoded: { text: "{}" } },
    { name: "bytes that are no UTF-8", bytes: latin1("é"), decoded: { refused: "encoding", encoding: "utf-8" } },
    {
      name: "an encoding nobody knows",
      bytes: latin1('<?xml version="1.0" encoding="x-none"?>'),
      decoded: { refused: "encoding", encoding: "x-none" },
    },
    { name: "5 MB", bytes: new Uint8Array(5_242_880).fill(32), decoded: { text: " ".repeat(5_242_880) } },
    { name: "more than 5 MB", bytes: new Uint8Array(5_242_881), decoded: { refused: "tooLarge" } },
  ])("is decoded from $name", ({ bytes, decoded }) => {
    expect(decodedFile(bytes)).toEqual(decoded);
  });
});
