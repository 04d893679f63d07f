import { create } from "zustand";

interface SessionState {
  /** True after the server said that the session is over while somebody was working: sign in again over the open page. */
  readonly hasEnded: boolean;
  readonly setEnded: (hasEnded: boolean) => void;
}

export const useSessionState = create<SessionState>((set) => ({
  hasEnded: false,
  setEnded: (hasEnded) => set({ hasEnded }),
}));

/** The session is over; what was typed stays where it is. */
export const sessionEnded = (): void => useSessionState.getState().setEnded(true);
