import { z } from "zod";

/** Where an OpenID provider does its parts, from its discovery document (OpenID Connect Discovery 1.0, section 3). */
const discovery = z.object({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  jwks_uri: z.url(),
});

/** Tells whether the provider answers and is who it should be; a wrong issuer is a refusal, no answer is "not now". */
export const isProviderReady = async (issuer: string): Promise<boolean> => {
  const base = issuer.replace(/\/+$/, "");
  const response = await fetch(`${base}/.well-known/openid-configuration`, {
    signal: AbortSignal.timeout(5_000),
  }).catch(() => null);
  if (response === null || !response.ok) return false;
  const found = discovery.safeParse(await response.json().catch(() => null));
  return found.success && found.data.issuer.replace(/\/+$/, "") === base;
};
