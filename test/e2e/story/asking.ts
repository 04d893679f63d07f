import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { expect } from "../theHouse.ts";
import type { Desk } from "./desk.ts";

interface Committed {
  readonly recordId: string;
  readonly caseId: string;
}

/** What somebody asks of the server as their own browser would, for what a story needs but does not tell. */
export interface Asking {
  /** A command; answers what was committed. */
  command<Answer = Committed>(path: string, input: object): Promise<Answer>;
  /** Every item of a list, page by page. */
  all<Item>(path: string, input?: object): Promise<readonly Item[]>;
  get<Answer>(path: string, input: object): Promise<Answer>;
}

/** Many are at it: the same command may be asked again, and is done once. */
const BUSY = 503;

const query = async (page: Page, path: string, input: object): Promise<unknown> => {
  const answer = await page.request.get(`/trpc/${path}`, { params: { input: JSON.stringify(input) } });
  expect(answer.status(), await answer.text()).toBe(200);
  return ((await answer.json()) as { result: { data: unknown } }).result.data;
};

/** The server as one person's browser asks it. */
export const askingAt = ({ page }: Pick<Desk, "page">, address: string): Asking => ({
  command: async <Answer>(path: string, input: object) => {
    const data = { commandId: randomUUID(), ...input };
    const post = () => page.request.post(`/trpc/${path}`, { headers: { origin: address }, data });
    let answer = await post();
    for (let again = 0; again < 5 && answer.status() === BUSY; again += 1) answer = await post();
    expect(answer.status(), `${path}: ${await answer.text()}`).toBe(200);
    return ((await answer.json()) as { result: { data: Answer } }).result.data;
  },
  all: async <Item>(path: string, input: object = {}) => {
    const items: Item[] = [];
    let cursor: string | null = null;
    do {
      const page_ = (await query(page, path, { ...input, limit: 100, ...(cursor === null ? {} : { cursor }) })) as {
        readonly items: readonly Item[];
        readonly nextCursor: string | null;
      };
      items.push(...page_.items);
      cursor = page_.nextCursor;
    } while (cursor !== null);
    return items;
  },
  get: async <Answer>(path: string, input: object) => (await query(page, path, input)) as Answer,
});
