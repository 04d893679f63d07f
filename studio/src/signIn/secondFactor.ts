import { post } from "./authenticate.ts";

/** A second factor that has been begun: what the app needs, and the spare codes. */
export interface NewSecondFactor {
  readonly secret: string;
  readonly spareCodes: readonly string[];
}

/** Whether sign-in asks this person for a code. */
export const hasSecondFactor = async (): Promise<boolean> => {
  const answer = await fetch("/auth/get-session", { credentials: "same-origin" });
  const read = (await answer.json()) as { user?: { twoFactorEnabled?: boolean } } | null;
  return read?.user?.twoFactorEnabled === true;
};

/** Begins one; it counts from the first right code. Null when the password is wrong. */
export const startSecondFactor = async (password: string): Promise<NewSecondFactor | null> => {
  const answer = await post("/auth/two-factor/enable", { password });
  if (!answer.ok) return null;
  const { totpURI, backupCodes } = (await answer.json()) as { totpURI: string; backupCodes: readonly string[] };
  return { secret: new URL(totpURI).searchParams.get("secret") ?? "", spareCodes: backupCodes };
};

/** Hands in a code of the app, or a spare one (they are longer): to set the factor up, or to come in. */
export const confirmSecondFactor = async (code: string): Promise<boolean> => {
  const plain = code.trim();
  const way = /^\d{6}$/.test(plain) ? "verify-totp" : "verify-backup-code";
  return (await post(`/auth/two-factor/${way}`, { code: plain })).ok;
};

/** Turns it off. Null when the password is wrong. */
export const endSecondFactor = async (password: string): Promise<true | null> =>
  (await post("/auth/two-factor/disable", { password })).ok ? true : null;
