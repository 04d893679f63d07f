import { resolve } from "node:path";
import type { DatabaseConfig, HouseConfig, OidcConfig, TemporalConfig, TracingConfig } from "./config.ts";
import { ConfigError } from "./configError.ts";
import { derivedSecret } from "./derivedSecret.ts";
import { installSecret } from "./installSecret.ts";
import { isLoopback } from "./isLoopback.ts";
import { isKnownInsecure } from "./knownInsecure.ts";
import { parseSettings } from "./parseSettings.ts";
import type { Settings } from "./settings.ts";

const databaseOf = (given: Settings): DatabaseConfig | null =>
  given.DATABASE_URL === undefined
    ? null
    : {
        url: given.DATABASE_URL,
        ownerUrl: given.DATABASE_OWNER_URL ?? given.DATABASE_URL,
        listenUrl: given.DATABASE_LISTEN_URL ?? (given.SLUICE_EMBEDDED === true ? given.DATABASE_URL : null),
      };

const temporalOf = (given: Settings): TemporalConfig | null =>
  given.TEMPORAL_ADDRESS === undefined
    ? null
    : {
        address: given.TEMPORAL_ADDRESS,
        namespace: given.TEMPORAL_NAMESPACE,
        tls: given.TEMPORAL_TLS ?? given.TEMPORAL_API_KEY !== undefined,
        apiKey: given.TEMPORAL_API_KEY ?? null,
      };

const oidcOf = (given: Settings): OidcConfig | null =>
  given.OIDC_ISSUER && given.OIDC_CLIENT_ID && given.OIDC_CLIENT_SECRET
    ? {
        issuer: given.OIDC_ISSUER,
        clientId: given.OIDC_CLIENT_ID,
        clientSecret: given.OIDC_CLIENT_SECRET,
        name: given.OIDC_NAME,
        trustsEmail: given.OIDC_TRUST_EMAIL,
      }
    : null;

/** The endpoint of traces as it is, else the common one with the path that OTLP gives to traces. */
const tracingOf = (given: Settings): TracingConfig | null => {
  const common = given.OTEL_EXPORTER_OTLP_ENDPOINT?.replace(/\/+$/, "");
  const url = given.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT ?? (common === undefined ? null : `${common}/v1/traces`);
  return url === null || given.OTEL_SDK_DISABLED ? null : { url, serviceName: given.OTEL_SERVICE_NAME };
};

/** Cookies are `Secure` outside localhost, so people come by TLS, ended here or at a proxy. */
const isSafeAddress = ({ PUBLIC_URL, HOST }: Settings): boolean =>
  PUBLIC_URL === undefined
    ? isLoopback(HOST)
    : PUBLIC_URL.startsWith("https:") || isLoopback(new URL(PUBLIC_URL).hostname);

/** Who asks: the house migrates, its programs never do. */
type Reader = "house" | "program";

interface Kind {
  readonly reader: Reader;
  readonly isEmbedded: boolean;
  readonly hasDemoPeople: boolean;
}

const contradictions = (given: Settings, { reader, isEmbedded, hasDemoPeople }: Kind): string[] => {
  const oidcParts = [given.OIDC_ISSUER, given.OIDC_CLIENT_ID, given.OIDC_CLIENT_SECRET].filter(Boolean).length;
  return [
    reader === "house" &&
      !isEmbedded &&
      given.DATABASE_OWNER_URL === undefined &&
      "DATABASE_OWNER_URL is missing: DATABASE_URL is the app's role, migrations need the owner's",
    given.DATABASE_URL === undefined &&
      given.DATABASE_OWNER_URL !== undefined &&
      "DATABASE_URL is missing beside DATABASE_OWNER_URL",
    !isEmbedded &&
      given.SLUICE_SECRET === undefined &&
      "SLUICE_SECRET is missing: outside the embedded stack a secret of at least 32 characters is required",
    ...(["WEBHOOK_OUT_SECRET", "WEBHOOK_IN_SECRET"] as const).map(
      (name) =>
        given[name] !== undefined &&
        given[name] === given.SLUICE_SECRET &&
        `${name} is told to other systems: it must not be SLUICE_SECRET`,
    ),
    ...(["SLUICE_SECRET", "WEBHOOK_OUT_SECRET", "WEBHOOK_IN_SECRET"] as const).map((name) => {
      const secret = given[name];
      return (
        secret !== undefined &&
        isKnownInsecure(secret) &&
        `${name} is a known or guessable one: make it with \`openssl rand -hex 32\``
      );
    }),
    hasDemoPeople &&
      !isLoopback(given.HOST) &&
      `HOST ${given.HOST} is refused while the demo people exist: set SLUICE_DEMO=false or stay on 127.0.0.1`,
    hasDemoPeople &&
      given.PUBLIC_URL !== undefined &&
      !isLoopback(new URL(given.PUBLIC_URL).hostname) &&
      `PUBLIC_URL ${given.PUBLIC_URL} is refused while the demo people exist: set SLUICE_DEMO=false`,
    !hasDemoPeople &&
      !isSafeAddress(given) &&
      "PUBLIC_URL must be an https:// address unless it is this machine's own: without it passwords and sessions go over the wire as they are",
    given.WORKER_BUILD_ID !== undefined &&
      given.TEMPORAL_ADDRESS === undefined &&
      "WORKER_BUILD_ID is for a Temporal of your own: name it by TEMPORAL_ADDRESS",
    given.SLUICE_DEMO === true && !isEmbedded && "SLUICE_DEMO is for the embedded stack only",
    oidcParts !== 0 &&
      oidcParts !== 3 &&
      "OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET belong together: give all three or none",
  ].filter((problem) => problem !== false);
};

/**
 * Answers the settings of the house, in which `database` and `temporal` are `null` where the embedded one is to be run.
 *
 * In the embedded stack a missing SLUICE_SECRET is made once and kept in the data folder; elsewhere it is required.
 */
export const loadHouseConfig = (env: NodeJS.ProcessEnv = process.env, reader: Reader = "house"): HouseConfig => {
  const given = parseSettings(env);
  const isEmbedded = given.SLUICE_EMBEDDED ?? given.DATABASE_URL === undefined;
  const hasDemoPeople = given.SLUICE_DEMO ?? isEmbedded;
  const problems = contradictions(given, { reader, isEmbedded, hasDemoPeople });
  if (problems.length > 0) throw new ConfigError(problems);
  const dataDir = resolve(given.SLUICE_DATA_DIR);
  const secret = given.SLUICE_SECRET ?? installSecret(dataDir, "auth");
  const port = given.PORT ?? 3000;
  const nameOfHost = given.HOST.includes(":") ? `[${given.HOST}]` : given.HOST;
  return {
    host: given.HOST,
    port,
    portWasGiven: given.PORT !== undefined,
    publicUrl: (given.PUBLIC_URL ?? `http://${nameOfHost}:${port}`).replace(/\/+$/, ""),
    trustedProxies: given.TRUSTED_PROXIES,
    dataDir,
    filesDir: resolve(dataDir, "files"),
    isEmbedded,
    hasDemoPeople,
    secret,
    webhookSecrets: {
      out: given.WEBHOOK_OUT_SECRET ?? derivedSecret(secret, "webhooks out"),
      in: given.WEBHOOK_IN_SECRET ?? derivedSecret(secret, "webhooks in"),
    },
    mail: { smtpUrl: given.SMTP_URL ?? null, from: given.MAIL_FROM },
    oidc: oidcOf(given),
    tracing: tracingOf(given),
    webhookAllowPrivate: given.WEBHOOK_ALLOW_PRIVATE,
    heardForDays: given.HEARD_FOR_DAYS,
    sweep: { everyMs: given.SWEEP_EVERY_MS, overdueMs: given.SWEEP_OVERDUE_MS },
    workerVersion: { deployment: given.WORKER_DEPLOYMENT, buildId: given.WORKER_BUILD_ID ?? null },
    workerMetricsPort: given.WORKER_METRICS_PORT ?? null,
    logLevel: given.LOG_LEVEL,
    database: databaseOf(given),
    temporal: temporalOf(given),
  };
};
