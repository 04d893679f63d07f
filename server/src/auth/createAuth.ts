import { randomUUID } from "node:crypto";
import { apiKey } from "@better-auth/api-key";
import type { Config } from "@sluice/config";
import type { PrismaClient } from "@sluice/records/auth";
import { betterAuth } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { genericOAuth } from "better-auth/plugins/generic-oauth";
import { twoFactor } from "better-auth/plugins/two-factor";
import { KEY_PREFIX } from "./keyText.ts";
import { hashPassword, isPassword } from "./passwords.ts";

const DAY_IN_SECONDS = 86_400;

/** The provider id under which single sign-on accounts are kept. */
export const OIDC_PROVIDER = "oidc";

interface AuthParts {
  readonly config: Pick<Config, "publicUrl" | "secret" | "oidc">;
  readonly prisma: PrismaClient;
  readonly trustedOrigins: readonly string[];
  /** Tells whether the person of an account is active; nobody else gets a session. */
  readonly isActive: (userId: string) => Promise<boolean>;
  /** False while the OpenID provider does not answer: better-auth reads its discovery only when it is made. */
  readonly withOidc: boolean;
}

/**
 * Accounts, sessions and keys, kept by better-auth in its own tables.
 *
 * Nobody signs up: an account is made for a person, under the person's id, and single sign-on only opens accounts that are
 * there: those whose e-mail the provider vouches for. Sessions live in Postgres without a cookie cache, so an ended session is ended at once.
 */
export const createAuth = ({ config, prisma, trustedOrigins, isActive, withOidc }: AuthParts) => {
  const { oidc } = config;
  return betterAuth({
    appName: "Sluice",
    baseURL: config.publicUrl,
    basePath: "/auth",
    secret: config.secret,
    trustedOrigins: [...trustedOrigins],
    telemetry: { enabled: false },
    logger: { disabled: true },
    database: prismaAdapter(prisma, { provider: "postgresql" }),
    advanced: {
      database: { generateId: () => randomUUID() },
      useSecureCookies: config.publicUrl.startsWith("https:"),
      cookiePrefix: "sluice",
      defaultCookieAttributes: { httpOnly: true, sameSite: "lax" },
    },
    session: { expiresIn: 7 * DAY_IN_SECONDS, updateAge: DAY_IN_SECONDS, cookieCache: { enabled: false } },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 12,
      password: { hash: hashPassword, verify: isPassword },
    },
    account: {
      accountLinking: { enabled: true, trustedProviders: oidc?.trustsEmail === true ? [OIDC_PROVIDER] : [] },
    },
    onAPIError: { errorURL: "/?signIn=refused" },
    user: { changeEmail: { enabled: false }, deleteUser: { enabled: false } },
    rateLimit: { enabled: false },
    databaseHooks: {
      session: { create: { before: async (session) => ((await isActive(session.userId)) ? undefined : false) } },
    },
    plugins: [
      apiKey({ defaultPrefix: KEY_PREFIX, rateLimit: { enabled: true, timeWindow: 60_000, maxRequests: 600 } }),
      twoFactor({ issuer: "Sluice" }),
      genericOAuth({
        config:
          oidc === null || !withOidc
            ? []
            : [
                {
                  providerId: OIDC_PROVIDER,
                  name: oidc.name,
                  clientId: oidc.clientId,
                  clientSecret: oidc.clientSecret,
                  discoveryUrl: `${oidc.issuer.replace(/\/+$/, "")}/.well-known/openid-configuration`,
                  scopes: ["openid", "email", "profile"],
                  requireIdTokenVerification: true,
                  disableSignUp: true,
                  disableImplicitSignUp: true,
                },
              ],
      }),
    ],
  });
};

export type Auth = ReturnType<typeof createAuth>;
