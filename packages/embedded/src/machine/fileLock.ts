import { linkSync, mkdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { pause } from "./pause.ts";
import { isAlive, processMark, type ProcessMark } from "./processMark.ts";
import { readJson } from "./readJson.ts";
import { writeWhole } from "./writeWhole.ts";

/** Who holds a lock, with what it wants others to know. */
export interface LockHolder extends ProcessMark {
  readonly note: string;
}

/** A lock that is held: until `release`, or until its process is gone. */
export interface HeldLock {
  /** Changes what others are told. */
  tell(note: string): void;
  release(): void;
}

const holderOf = (path: string): LockHolder | null => {
  const read = readJson(path);
  if (typeof read !== "object" || read === null || !("pid" in read) || !("startedMark" in read)) return null;
  const note = "note" in read && typeof read.note === "string" ? read.note : "";
  return { pid: Number(read.pid), startedMark: String(read.startedMark), note };
};

const linked = (draft: string, path: string): boolean => {
  try {
    linkSync(draft, path);
    return true;
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "EEXIST") return false;
    throw cause;
  }
};

/** Removes the lock of a dead holder; only one process at a time looks, so no living lock is ever removed. */
const clearDead = (path: string): void => {
  const guard = `${path}.clearing`;
  try {
    mkdirSync(guard);
  } catch {
    const age = Date.now() - (statSync(guard, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > 10_000) rmSync(guard, { recursive: true, force: true });
    return;
  }
  try {
    const holder = holderOf(path);
    if (holder === null || !isAlive(holder)) rmSync(path, { force: true });
  } finally {
    rmSync(guard, { recursive: true, force: true });
  }
};

/**
 * Takes the lock of that path, or answers who holds it.
 *
 * Held by a process, not by a file: the lock of a process that was killed is free. The lock appears whole, by its link,
 * so nobody ever reads half a holder.
 */
export const tryLock = (path: string, note = ""): HeldLock | LockHolder => {
  const own = processMark(process.pid);
  if (own === null) throw new Error("this process cannot see itself in the process table");
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}.${Math.random().toString(36).slice(2)}`;
  writeFileSync(draft, JSON.stringify({ ...own, note }));
  try {
    for (let attempt = 0; attempt < 50; attempt++) {
      if (linked(draft, path)) {
        return {
          tell: (news) => writeWhole(path, JSON.stringify({ ...own, note: news })),
          release: () => rmSync(path, { force: true }),
        };
      }
      const holder = holderOf(path);
      if (holder !== null && isAlive(holder)) return holder;
      clearDead(path);
    }
    throw new Error(`the lock ${path} is neither free nor held`);
  } finally {
    rmSync(draft, { force: true });
  }
};

/** Runs `work` while holding the lock, waiting for whoever has it. */
export const withLock = async <Result>(path: string, work: () => Promise<Result>): Promise<Result> => {
  for (;;) {
    const lock = tryLock(path);
    if ("release" in lock) {
      try {
        return await work();
      } finally {
        lock.release();
      }
    }
    await pause(100);
  }
};
