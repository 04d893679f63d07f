import { create } from "zustand";

interface ConnectionState {
  /** False while the stream of news is down; what is shown may be old then. */
  readonly connected: boolean;
  readonly setConnected: (connected: boolean) => void;
}

export const useConnection = create<ConnectionState>((set) => ({
  connected: true,
  setConnected: (connected) => set({ connected }),
}));
