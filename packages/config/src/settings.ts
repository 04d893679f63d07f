import { z } from "zod";

const flag = z.enum(["true", "false", "1", "0"]).transform((text) => text === "true" || text === "1");
const milliseconds = z.coerce.number().int().min(100).max(86_400_000);
const addresses = z
  .string()
  .transform((text) => text.split(",").map((it) => it.trim()))
  .pipe(z.array(z.union([z.literal("loopback"), z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()])));
const workerVersionName = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,59}$/, "takes at most 60 letters, digits, - and _");
const secretText = z.string().min(32, "needs at least 32 characters");
const httpUrl = z.url({ protocol: /^https?$/, error: "is not an http(s):// address" });
const postgresUrl = z.url({ protocol: /^postgres(ql)?$/, error: "is not a postgresql:// address" });

/** Every setting there is, by the name of its environment variable. */
export const settings = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).optional(),
  HOST: z.string().min(1).default("127.0.0.1"),
  PUBLIC_URL: httpUrl.optional(),
  TRUSTED_PROXIES: addresses.default(["loopback"]),
  SLUICE_DATA_DIR: z.string().min(1).default(".data"),
  SLUICE_EMBEDDED: flag.optional(),
  SLUICE_DEMO: flag.optional(),
  SLUICE_SECRET: secretText.optional(),
  DATABASE_URL: postgresUrl.optional(),
  DATABASE_OWNER_URL: postgresUrl.optional(),
  DATABASE_LISTEN_URL: postgresUrl.optional(),
  TEMPORAL_ADDRESS: z
    .string()
    .regex(/^[^\s/]+:\d+$/, "is not of the form host:port")
    .optional(),
  TEMPORAL_NAMESPACE: z.string().min(1).default("default"),
  TEMPORAL_TLS: flag.optional(),
  TEMPORAL_API_KEY: z.string().min(1).optional(),
  WORKER_DEPLOYMENT: workerVersionName.default("sluice"),
  WORKER_BUILD_ID: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,99}$/, "takes at most 100 letters, digits, - . and _")
    .optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: "is not an smtp(s):// address" }).optional(),
  MAIL_FROM: z.string().min(3).default("Sluice <sluice@localhost>"),
  WEBHOOK_OUT_SECRET: secretText.optional(),
  WEBHOOK_IN_SECRET: secretText.optional(),
  WEBHOOK_ALLOW_PRIVATE: flag.default(false),
  OIDC_ISSUER: httpUrl.optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  OIDC_NAME: z.string().min(1).default("Single sign-on"),
  OIDC_TRUST_EMAIL: flag.default(false),
  OTEL_EXPORTER_OTLP_ENDPOINT: httpUrl.optional(),
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: httpUrl.optional(),
  OTEL_SERVICE_NAME: z.string().min(1).max(100).default("sluice"),
  OTEL_SDK_DISABLED: flag.default(false),
  SWEEP_EVERY_MS: milliseconds.default(30_000),
  SWEEP_OVERDUE_MS: milliseconds.default(60_000),
  HEARD_FOR_DAYS: z.coerce.number().int().min(1).max(3_650).default(30),
  WORKER_METRICS_PORT: z.coerce.number().int().min(1).max(65_535).optional(),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
});

export type Settings = z.infer<typeof settings>;
