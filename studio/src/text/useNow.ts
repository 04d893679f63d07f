import { useEffect, useState } from "react";

const everyMs = 30_000;

/** The present in epoch milliseconds, moving on by itself so that what is due turns late on the screen. */
export const useNow = (): number => {
  const [nowMs, setNowMs] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, []);
  return nowMs;
};
