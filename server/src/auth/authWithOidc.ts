import type { Config } from "@sluice/config";
import type { Auth } from "./createAuth.ts";
import { isProviderReady } from "./isProviderReady.ts";

const AGAIN_AFTER_MS = 30_000;

/**
 * Keeps the accounts' service at hand, made anew once the OpenID provider answers: an install whose provider was down at
 * start has single sign-on as soon as it is up, without a restart.
 */
export const authWithOidc = async (config: Pick<Config, "oidc">, make: (withOidc: boolean) => Auth) => {
  const { oidc } = config;
  const isReady = async (): Promise<boolean> => oidc !== null && (await isProviderReady(oidc.issuer));
  let hasOidc = await isReady();
  let current = make(hasOidc);
  const look = async (): Promise<void> => {
    if (hasOidc || !(await isReady())) return;
    hasOidc = true;
    current = make(true);
  };
  const timer = oidc === null ? null : setInterval(() => void look(), AGAIN_AFTER_MS);
  timer?.unref();
  return {
    auth: (): Auth => current,
    /** What the sign-in page offers beside the password. */
    oidcName: (): string | null => (hasOidc && oidc !== null ? oidc.name : null),
    stop: (): void => {
      if (timer !== null) clearInterval(timer);
    },
  };
};
