import { createHash, generateKeyPairSync, randomUUID, sign } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";

/** Who the provider says has signed in. */
export interface OidcUser {
  readonly sub: string;
  readonly email: string;
  readonly emailVerified: boolean;
  readonly name: string;
}

interface Grant {
  readonly user: OidcUser;
  readonly nonce: string | null;
  readonly challenge: string | null;
  readonly redirectUri: string;
}

const bodyOf = async (request: IncomingMessage): Promise<URLSearchParams> => {
  let text = "";
  for await (const chunk of request) text += String(chunk);
  return new URLSearchParams(text);
};

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");

/**
 * A small OpenID provider on loopback: discovery, authorisation code with PKCE, signed id tokens, user info. Whoever `signsIn`
 * names is signed in without a page. It checks what a real one checks: client, secret, redirect address, verifier, one use.
 */
export const oidcProvider = async ({
  clientId,
  clientSecret,
}: {
  readonly clientId: string;
  readonly clientSecret: string;
}) => {
  const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2_048 });
  const keyId = randomUUID();
  const grants = new Map<string, Grant>();
  const tokens = new Map<string, OidcUser>();
  let user: OidcUser | null = null;
  let issuer = "";

  const idToken = ({ user: who, nonce }: Grant): string => {
    const now = Math.floor(Date.now() / 1_000);
    const claims = {
      iss: issuer,
      aud: clientId,
      sub: who.sub,
      email: who.email,
      email_verified: who.emailVerified,
      name: who.name,
      iat: now,
      exp: now + 300,
      ...(nonce === null ? {} : { nonce }),
    };
    const signed = `${part({ alg: "RS256", kid: keyId, typ: "JWT" })}.${part(claims)}`;
    return `${signed}.${sign("RSA-SHA256", Buffer.from(signed), privateKey).toString("base64url")}`;
  };

  const mayExchange = (form: URLSearchParams, authorization: string | undefined): Grant | null => {
    const basic = authorization?.startsWith("Basic ")
      ? Buffer.from(authorization.slice(6), "base64").toString("utf8").split(":").map(decodeURIComponent)
      : null;
    const [id, secret] = basic ?? [form.get("client_id"), form.get("client_secret")];
    const code = form.get("code") ?? "";
    const grant = grants.get(code) ?? null;
    grants.delete(code);
    const challenge = createHash("sha256")
      .update(form.get("code_verifier") ?? "")
      .digest("base64url");
    const isRight =
      id === clientId && secret === clientSecret && grant !== null && form.get("redirect_uri") === grant.redirectUri;
    return isRight && (grant.challenge === null || grant.challenge === challenge) ? grant : null;
  };

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", issuer);
    const answer = (status: number, body: unknown): void => {
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    };
    const routes: Readonly<Record<string, () => void | Promise<void>>> = {
      "/.well-known/openid-configuration": () =>
        answer(200, {
          issuer,
          authorization_endpoint: `${issuer}/authorize`,
          token_endpoint: `${issuer}/token`,
          userinfo_endpoint: `${issuer}/userinfo`,
          jwks_uri: `${issuer}/jwks`,
          response_types_supported: ["code"],
          subject_types_supported: ["public"],
          id_token_signing_alg_values_supported: ["RS256"],
          code_challenge_methods_supported: ["S256"],
        }),
      "/jwks": () =>
        answer(200, { keys: [{ ...publicKey.export({ format: "jwk" }), kid: keyId, alg: "RS256", use: "sig" }] }),
      "/authorize": () => {
        const redirectUri = url.searchParams.get("redirect_uri") ?? "";
        if (user === null || url.searchParams.get("client_id") !== clientId)
          return answer(400, { error: "access_denied" });
        const code = randomUUID();
        grants.set(code, {
          user,
          nonce: url.searchParams.get("nonce"),
          challenge: url.searchParams.get("code_challenge"),
          redirectUri,
        });
        const back = new URL(redirectUri);
        back.searchParams.set("code", code);
        back.searchParams.set("state", url.searchParams.get("state") ?? "");
        response.writeHead(302, { location: back.href }).end();
      },
      "/token": async () => {
        const grant = mayExchange(await bodyOf(request), request.headers.authorization);
        if (grant === null) return answer(400, { error: "invalid_grant" });
        const token = randomUUID();
        tokens.set(token, grant.user);
        answer(200, { access_token: token, token_type: "Bearer", expires_in: 300, id_token: idToken(grant) });
      },
      "/userinfo": () => {
        const found = tokens.get((request.headers.authorization ?? "").replace("Bearer ", ""));
        if (found === undefined) return answer(401, { error: "invalid_token" });
        answer(200, { sub: found.sub, email: found.email, email_verified: found.emailVerified, name: found.name });
      },
    };
    const route = routes[url.pathname];
    if (route === undefined) return answer(404, { error: "not_found" });
    void route();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  issuer = `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;
  return {
    issuer,
    /** From now on this is who stands at the keyboard. */
    signsIn: (who: OidcUser): void => {
      user = who;
    },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
};
