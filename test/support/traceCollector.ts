import { createServer } from "node:http";

interface Attribute {
  readonly key: string;
  readonly value: { readonly stringValue?: string; readonly intValue?: number | string };
}
interface Sent {
  readonly resourceSpans: readonly {
    readonly scopeSpans: readonly {
      readonly spans: readonly {
        readonly name: string;
        readonly traceId: string;
        readonly spanId: string;
        readonly parentSpanId?: string;
        readonly attributes?: readonly Attribute[];
      }[];
    }[];
  }[];
}

/** A span as it arrived. */
export interface ArrivedSpan {
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId: string | undefined;
  readonly attributes: Readonly<Record<string, string>>;
}

/** An OpenTelemetry collector on loopback that keeps what it is sent (OTLP over HTTP, as JSON). */
export const traceCollector = async () => {
  const spans: ArrivedSpan[] = [];
  const texts: string[] = [];
  const server = createServer((request, response) => {
    let text = "";
    request.on("data", (chunk: Buffer) => (text += chunk.toString()));
    request.on("end", () => {
      texts.push(text);
      const { resourceSpans }: Sent = JSON.parse(text);
      for (const { name, traceId, spanId, parentSpanId, attributes = [] } of resourceSpans.flatMap((resource) =>
        resource.scopeSpans.flatMap((scope) => scope.spans),
      )) {
        const named = attributes.map(
          ({ key, value }) => [key, String(value.stringValue ?? value.intValue ?? "")] as const,
        );
        spans.push({ name, traceId, spanId, parentSpanId, attributes: Object.fromEntries(named) });
      }
      response.writeHead(200, { "content-type": "application/json" }).end("{}");
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return {
    endpoint: `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`,
    spans: (): readonly ArrivedSpan[] => spans,
    /** Everything that was sent, as it was sent. */
    texts: (): readonly string[] => texts,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
