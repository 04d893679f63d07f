/** What came of signing in. */
export type SignInResult = "signedIn" | "secondFactor" | "wrong" | "tooMany" | "unreachable";

/** Posts to the accounts' service of the own origin. */
export const post = (path: string, body: object): Promise<Response> =>
  fetch(path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    credentials: "same-origin",
    body: JSON.stringify(body),
  });

/** Signs in with e-mail and password. The password is sent once and kept nowhere. */
export const signIn = async (email: string, password: string): Promise<SignInResult> => {
  try {
    const answer = await post("/auth/sign-in/email", { email, password });
    if (answer.ok) {
      const { twoFactorRedirect } = (await answer.json()) as { readonly twoFactorRedirect?: boolean };
      return twoFactorRedirect === true ? "secondFactor" : "signedIn";
    }
    if (answer.status === 429) return "tooMany";
    return answer.status >= 500 ? "unreachable" : "wrong";
  } catch {
    return "unreachable";
  }
};

/** Goes to the firm's own sign-on page; false when it cannot be reached. Comes back to the address one was at. */
export const startSingleSignOn = async (): Promise<boolean> => {
  try {
    const answer = await post("/auth/sign-in/social", { provider: "oidc", callbackURL: window.location.pathname });
    const { url } = (await answer.json()) as { readonly url?: string };
    if (!answer.ok || url === undefined) return false;
    window.location.assign(url);
    return true;
  } catch {
    return false;
  }
};

/** Ends the session here. */
export const signOut = async (): Promise<void> => {
  await post("/auth/sign-out", {});
};
