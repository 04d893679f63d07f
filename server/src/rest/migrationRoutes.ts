import type { RestRequest, RestRoute } from "./restRoute.ts";

const WISH = ["from", "to", "mapping", "timers"] as const;
const pick = (body: RestRequest["body"], names: readonly string[]) =>
  Object.fromEntries(names.filter((name) => body[name] !== undefined).map((name) => [name, body[name]]));
const onOne = ({ params, commandId }: RestRequest) => ({ commandId, id: params["id"] });

/** Running cases that go over to another version of their process. */
export const migrationRoutes: readonly RestRoute[] = [
  {
    method: "POST",
    path: "/cases/{id}/migrations",
    procedure: "migrations.one",
    summary: "Take a case over to another version of its process, as an admin",
    status: 200,
    body: ["to", "mapping", "timers", "reason"],
    input: ({ params, body, commandId }) => ({
      commandId,
      caseId: params["id"],
      ...pick(body, ["to", "mapping", "timers", "reason"]),
    }),
  },
  {
    method: "POST",
    path: "/processes/{key}/migrations/preview",
    procedure: "migrations.preview",
    summary: "What would come of the open cases of a version, a page at a time; changes nothing",
    status: 200,
    body: [...WISH, "filter", "after", "limit"],
    input: ({ params, body }) => ({ process: params["key"], ...pick(body, [...WISH, "filter", "after", "limit"]) }),
  },
  {
    method: "POST",
    path: "/processes/{key}/migrations",
    procedure: "migrations.start",
    summary: "Begin to take the open cases of a version over to another",
    status: 201,
    madeAt: ({ recordId }) => `/migrations/${recordId}`,
    body: [...WISH, "reason", "filter", "stopsAfterTrial"],
    input: ({ params, body, commandId }) => ({
      commandId,
      process: params["key"],
      ...pick(body, [...WISH, "reason", "filter", "stopsAfterTrial"]),
    }),
  },
  {
    method: "GET",
    path: "/migrations/{id}",
    procedure: "migrations.get",
    summary: "How far a migration is",
    status: 200,
    input: ({ params }) => ({ id: params["id"] }),
  },
  {
    method: "POST",
    path: "/migrations/{id}/cancel",
    procedure: "migrations.cancel",
    summary: "Take no more cases over",
    status: 200,
    input: onOne,
  },
  {
    method: "POST",
    path: "/migrations/{id}/go-on",
    procedure: "migrations.goOn",
    summary: "Go on after the trial, or after an incident",
    status: 200,
    input: onOne,
  },
  {
    method: "POST",
    path: "/migrations/{id}/undo",
    procedure: "migrations.undo",
    summary: "Take the cases that have not gone on since back to where they stood",
    status: 200,
    body: ["reason"],
    input: (request) => ({ ...onOne(request), ...pick(request.body, ["reason"]) }),
  },
];
