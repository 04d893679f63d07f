import { fieldRoutes } from "./fieldRoutes.ts";
import { listQuery } from "./listQuery.ts";
import { migrationRoutes } from "./migrationRoutes.ts";
import { LIST_QUERY, recordRoutes, SORTED_LIST_QUERY } from "./recordRoutes.ts";
import type { RestRequest, RestRoute } from "./restRoute.ts";
import { whatIfRoutes } from "./whatIfRoutes.ts";

const idOf = ({ params }: RestRequest) => ({ id: params["id"] });
const pick = (body: RestRequest["body"], names: readonly string[]) =>
  Object.fromEntries(names.filter((name) => body[name] !== undefined).map((name) => [name, body[name]]));

/** Every REST operation there is. Each is a way to a procedure that the studio uses too: one code path, one set of rules. */
export const restRoutes: readonly RestRoute[] = [
  ...recordRoutes("customers", "customers", "customer"),
  ...recordRoutes("contacts", "contacts", "contact"),
  ...recordRoutes("products", "products", "product"),
  ...recordRoutes("price-books", "priceBooks", "priceBook"),
  ...recordRoutes("territories", "territories", "territory"),
  ...recordRoutes("cost-sheets", "costSheets", "costSheet"),
  ...recordRoutes("quotes", "quotes", "quote"),
  ...recordRoutes("orders", "orders", "order"),
  ...fieldRoutes,
  {
    method: "POST",
    path: "/quotes/{id}/revisions",
    procedure: "quotes.revise",
    summary: "Make a new revision of a quote",
    status: 201,
    madeAt: ({ recordId }) => `/quotes/${recordId}`,
    input: (it) => ({ commandId: it.commandId, ...idOf(it) }),
  },
  {
    method: "POST",
    path: "/quotes/{id}/costing",
    procedure: "quotes.requestCosting",
    summary: "Start the costing of a quote",
    status: 201,
    madeAt: ({ recordId }) => `/cost-sheets/${recordId}`,
    input: (it) => ({ commandId: it.commandId, ...idOf(it) }),
  },
  {
    method: "GET",
    path: "/quotes/{id}/missing",
    procedure: "quotes.missing",
    summary: "What is missing before each move of a quote",
    status: 200,
    input: idOf,
  },

  {
    method: "GET",
    path: "/tasks",
    procedure: "tasks.inbox",
    summary: "List open tasks",
    status: 200,
    query: SORTED_LIST_QUERY,
    filters: ["held", "kind", "process"],
    input: ({ query }) => {
      const { filter, ...rest } = listQuery(query);
      const { held, ...narrowed } = { held: undefined, ...filter };
      return { ...rest, ...narrowed, ...(held === undefined ? {} : { filter: held }) };
    },
  },
  { method: "GET", path: "/tasks/{id}", procedure: "tasks.get", summary: "Get a task", status: 200, input: idOf },
  {
    method: "POST",
    path: "/tasks/{id}/decisions",
    procedure: "tasks.act",
    summary: "Decide or do a task",
    status: 200,
    body: ["act", "comment", "attachments", "signature", "form"],
    input: ({ params, body, commandId }) => ({
      commandId,
      taskId: params["id"],
      ...pick(body, ["act", "comment", "attachments", "signature", "form"]),
    }),
  },

  {
    method: "GET",
    path: "/cases",
    procedure: "cases.list",
    summary: "List cases",
    status: 200,
    query: SORTED_LIST_QUERY,
    filters: ["process", "status", "stage"],
    input: ({ query }) => {
      const { filter, ...rest } = listQuery(query);
      return { ...rest, ...filter };
    },
  },
  {
    method: "GET",
    path: "/cases/{id}",
    procedure: "cases.get",
    summary: "Get a case: stage, open moves with the reasons that close them, path, evidence",
    status: 200,
    input: idOf,
  },
  {
    method: "POST",
    path: "/cases",
    procedure: "cases.start",
    summary: "Start a case of a side process for a record",
    status: 201,
    madeAt: ({ caseId }) => `/cases/${caseId}`,
    body: ["process", "recordType", "recordId", "variables", "form", "version"],
    input: ({ body, commandId }) => ({
      commandId,
      ...pick(body, ["process", "recordType", "recordId", "variables", "form", "version"]),
    }),
  },
  {
    method: "POST",
    path: "/cases/{id}/moves/{move}",
    procedure: "cases.move",
    summary: "Take a move",
    status: 200,
    body: ["reason", "form"],
    input: ({ params, body, commandId }) => ({
      commandId,
      caseId: params["id"],
      move: params["move"],
      ...pick(body, ["reason", "form"]),
    }),
  },
  {
    method: "POST",
    path: "/cases/{id}/interventions",
    procedure: "cases.intervene",
    summary: "Intervene in a case, as an admin or where its step names you",
    status: 200,
    body: ["act", "reason"],
    input: ({ params, body, commandId }) => ({ commandId, caseId: params["id"], ...pick(body, ["act", "reason"]) }),
  },

  ...migrationRoutes,
  ...whatIfRoutes,

  {
    method: "GET",
    path: "/processes",
    procedure: "processes.page",
    summary: "List processes",
    status: 200,
    query: SORTED_LIST_QUERY,
    filters: ["recordType", "kind"],
    input: ({ query }) => listQuery(query),
  },
  {
    method: "GET",
    path: "/processes/{key}",
    procedure: "processes.get",
    summary: "Get a process: its draft, else its published version",
    status: 200,
    input: ({ params }) => ({ key: params["key"] }),
  },
  {
    method: "POST",
    path: "/processes",
    procedure: "processes.saveDraft",
    summary: "Create a process as a draft",
    status: 201,
    madeAt: ({ key }) => `/processes/${key}`,
    body: ["key", "definition"],
    input: ({ body, commandId }) => ({ commandId, rev: 0, base: 0, ...pick(body, ["key", "definition"]) }),
  },
  {
    method: "PATCH",
    path: "/processes/{key}",
    procedure: "processes.saveDraft",
    summary: "Save the draft of a process",
    status: 200,
    body: ["rev", "base", "definition"],
    input: ({ params, body, commandId }) => ({
      commandId,
      key: params["key"],
      ...pick(body, ["rev", "base", "definition"]),
    }),
  },
  {
    method: "POST",
    path: "/processes/{key}/publish",
    procedure: "processes.publish",
    summary: "Publish the draft of a process",
    status: 200,
    body: ["rev", "base", "note"],
    input: ({ params, body, commandId }) => ({ commandId, key: params["key"], ...pick(body, ["rev", "base", "note"]) }),
  },
  {
    method: "GET",
    path: "/processes/{key}/file",
    procedure: "processes.file",
    summary: "A process as a file: json, bpmn, dmn, svg or png (base64)",
    status: 200,
    query: ["as", "published", "language"],
    input: ({ params, query: { published, ...query } }) => ({
      key: params["key"],
      ...pick({ ...query, version: published }, ["as", "version", "language"]),
    }),
  },
  {
    method: "POST",
    path: "/processes/read-file",
    procedure: "processes.readFile",
    summary: "What a BPMN or JSON file would become, and all that has no place in it; changes nothing",
    status: 200,
    body: ["text", "recordType"],
    input: ({ body }) => pick(body, ["text", "recordType"]),
  },
  {
    method: "POST",
    path: "/processes/read-tables",
    procedure: "processes.readTables",
    summary: "The decision tables of a DMN file, and all that has no place in them; changes nothing",
    status: 200,
    body: ["text"],
    input: ({ body }) => pick(body, ["text"]),
  },
  {
    method: "POST",
    path: "/processes/{key}/rollback",
    procedure: "processes.rollBack",
    summary: "Put an earlier version of a process in force again",
    status: 200,
    body: ["version", "from", "reason"],
    input: ({ params, body, commandId }) => ({
      commandId,
      key: params["key"],
      ...pick(body, ["version", "from", "reason"]),
    }),
  },

  {
    method: "GET",
    path: "/users",
    procedure: "people.page",
    summary: "List people",
    status: 200,
    query: LIST_QUERY,
    filters: ["role", "active"],
    input: ({ query }) => listQuery(query),
  },
  { method: "GET", path: "/users/{id}", procedure: "people.get", summary: "Get a person", status: 200, input: idOf },
  {
    method: "POST",
    path: "/users",
    procedure: "people.create",
    summary: "Create a person with an account",
    status: 201,
    madeAt: ({ recordId }) => `/users/${recordId}`,
    body: ["fields"],
    input: ({ body, commandId }) => ({ commandId, fields: body["fields"] }),
  },
  {
    method: "PATCH",
    path: "/users/{id}",
    procedure: "people.patch",
    summary: "Change or deactivate a person",
    status: 200,
    body: ["version", "fields"],
    input: ({ params, body, commandId }) => ({
      commandId,
      id: params["id"],
      version: body["version"],
      fields: body["fields"],
    }),
  },
];
