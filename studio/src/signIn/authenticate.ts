/** What came of signing in. */
export type SignInResult = "signedIn" | "wrong" | "tooMany" | "unreachable";

const post = (path: string, body: object): Promise<Response> =>
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
    if (answer.ok) return "signedIn";
    if (answer.status === 429) return "tooMany";
    return answer.status >= 500 ? "unreachable" : "wrong";
  } catch {
    return "unreachable";
  }
};

/** Ends the session here. */
export const signOut = async (): Promise<void> => {
  await post("/auth/sign-out", {});
};
