/** Where Postgres is. `url` connects as the app's role, `ownerUrl` as the owner who migrates. */
export interface DatabaseConfig {
  readonly url: string;
  readonly ownerUrl: string;
  /** A connection that may LISTEN; `null` behind a pooler, where live updates fall back to polling. */
  readonly listenUrl: string | null;
}

/** Where Temporal is. */
export interface TemporalConfig {
  readonly address: string;
  readonly namespace: string;
  readonly tls: boolean;
  readonly apiKey: string | null;
}

/** The version that workers say they are. Without a build they have none: always so with the embedded Temporal. */
export interface WorkerVersion {
  readonly deployment: string;
  readonly buildId: string | null;
}

/** How mail leaves. Without `smtpUrl` it is kept on the local outbox page. */
export interface MailConfig {
  readonly smtpUrl: string | null;
  readonly from: string;
}

/** Single sign-on with one OpenID provider. */
export interface OidcConfig {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly name: string;
  /** True when the provider's e-mail counts as verified though it does not say so. */
  readonly trustsEmail: boolean;
}

/** Where traces go. */
export interface TracingConfig {
  /** The address that takes spans by OTLP over HTTP. */
  readonly url: string;
  readonly serviceName: string;
}

interface CommonConfig {
  readonly host: string;
  readonly port: number;
  /** False when nobody named a port: then another may be taken if 3000 is not free. */
  readonly portWasGiven: boolean;
  /** The address people type, without a trailing slash. */
  readonly publicUrl: string;
  /** Addresses and networks whose word on who sends a request is believed: the proxies in front of the server. */
  readonly trustedProxies: readonly string[];
  /** Absolute path of the folder that holds everything an embedded install keeps. */
  readonly dataDir: string;
  /** Absolute path of the folder of uploaded files. */
  readonly filesDir: string;
  /** True when Postgres is the one that `npm start` runs. */
  readonly isEmbedded: boolean;
  /** True when the demo firm and its people may exist: only ever on loopback. */
  readonly hasDemoPeople: boolean;
  readonly secret: string;
  readonly mail: MailConfig;
  readonly oidc: OidcConfig | null;
  /** Null unless an OpenTelemetry endpoint is named. */
  readonly tracing: TracingConfig | null;
  readonly webhookAllowPrivate: boolean;
  /** What signs calls to others, and what others sign their calls with: known to them, so never `secret` itself. */
  readonly webhookSecrets: { readonly out: string; readonly in: string };
  readonly sweep: { readonly everyMs: number; readonly overdueMs: number };
  /** How long the ids are known that other systems sent. */
  readonly heardForDays: number;
  readonly workerVersion: WorkerVersion;
  /** Where a worker tells Prometheus of itself, on loopback only; null unless a port is named. */
  readonly workerMetricsPort: number | null;
  readonly logLevel: "fatal" | "error" | "warn" | "info" | "debug" | "trace" | "silent";
}

/** What server and worker know. Who migrates is none of their business: they have no way to act as the owner. */
export interface Config extends CommonConfig {
  readonly database: Omit<DatabaseConfig, "ownerUrl">;
  readonly temporal: TemporalConfig;
}

/** What the house knows before it has started anything: `null` means "run the embedded one". */
export interface HouseConfig extends CommonConfig {
  readonly database: DatabaseConfig | null;
  readonly temporal: TemporalConfig | null;
}
