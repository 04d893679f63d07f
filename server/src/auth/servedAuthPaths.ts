/**
 * What of better-auth is served: everything else it brings is not this product's and stays shut. Keys are made and revoked by
 * the `apiKeys` procedures, where they always expire.
 */
const served: Readonly<Record<string, "GET" | "POST">> = {
  "/auth/sign-in/email": "POST",
  "/auth/sign-in/social": "POST",
  "/auth/callback/oidc": "GET",
  "/auth/sign-out": "POST",
  "/auth/change-password": "POST",
  "/auth/get-session": "GET",
  "/auth/list-sessions": "GET",
  "/auth/revoke-session": "POST",
  "/auth/revoke-other-sessions": "POST",
  "/auth/two-factor/enable": "POST",
  "/auth/two-factor/disable": "POST",
  "/auth/two-factor/verify-totp": "POST",
  "/auth/two-factor/verify-backup-code": "POST",
  "/auth/two-factor/generate-backup-codes": "POST",
};

/** The routes to serve, as method and path. */
export const servedAuthPaths = Object.entries(served).map(([path, method]) => ({ path, method }));
