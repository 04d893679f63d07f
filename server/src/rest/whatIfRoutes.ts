import { listQuery } from "./listQuery.ts";
import type { RestRequest, RestRoute } from "./restRoute.ts";

const WISH = ["from", "until", "seed", "assumptions"] as const;
const given = (body: RestRequest["body"]) =>
  Object.fromEntries(WISH.filter((name) => body[name] !== undefined).map((name) => [name, body[name]]));

/** A draft over the closed cases of its process: begun, looked at, given up. */
export const whatIfRoutes: readonly RestRoute[] = [
  {
    method: "POST",
    path: "/processes/{key}/what-ifs",
    procedure: "whatIf.start",
    summary:
      "Begin to try the draft of a process, or what is published where there is none, on cases closed in a period",
    status: 201,
    madeAt: ({ recordId }) => `/what-ifs/${recordId}`,
    body: WISH,
    input: ({ params, body, commandId }) => ({ commandId, key: params["key"], ...given(body) }),
  },
  {
    method: "GET",
    path: "/what-ifs/{id}",
    procedure: "whatIf.get",
    summary: "How far a what-if is, and what it comes to so far",
    status: 200,
    input: ({ params }) => ({ id: params["id"] }),
  },
  {
    method: "GET",
    path: "/what-ifs/{id}/cases",
    procedure: "whatIf.cases",
    summary:
      "The cases that would go another way, be refused at the door, or cannot be compared, both ways side by side",
    status: 200,
    query: ["cursor", "limit", "filter"],
    filters: ["kind"],
    input: ({ params, query }) => {
      const { filter, ...rest } = listQuery(query);
      return { id: params["id"], ...rest, ...filter };
    },
  },
  {
    method: "POST",
    path: "/what-ifs/{id}/cancel",
    procedure: "whatIf.cancel",
    summary: "Run no more cases",
    status: 200,
    input: ({ params, commandId }) => ({ commandId, id: params["id"] }),
  },
];
