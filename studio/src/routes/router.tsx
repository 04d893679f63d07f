import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  notFound,
  redirect,
} from "@tanstack/react-router";
import { collectionOfSlug } from "../api/recordTypes.ts";
import { readListSearch } from "../lists/listSearch.ts";
import { BrokenPage } from "../states/BrokenPage.tsx";
import { NotFoundPage } from "../states/NotFoundPage.tsx";
import { Entrance } from "./Entrance.tsx";
import {
  readFieldsSearch,
  readInboxSearch,
  readMigrationSearch,
  readNewRecordSearch,
  readProcessSearch,
} from "./searchParams.ts";

const root = createRootRoute({ component: Entrance, notFoundComponent: NotFoundPage, errorComponent: BrokenPage });

const home = createRoute({
  getParentRoute: () => root,
  path: "/",
  beforeLoad: () => redirect({ to: "/inbox", throw: true }),
});
const inbox = createRoute({
  getParentRoute: () => root,
  path: "/inbox",
  validateSearch: readInboxSearch,
  component: lazyRouteComponent(() => import("../inbox/InboxPage.tsx"), "InboxPage"),
});
const outbox = createRoute({
  getParentRoute: () => root,
  path: "/outbox",
  component: lazyRouteComponent(() => import("../outbox/OutboxPage.tsx"), "OutboxPage"),
});
const account = createRoute({
  getParentRoute: () => root,
  path: "/account",
  component: lazyRouteComponent(() => import("../account/AccountPage.tsx"), "AccountPage"),
});
const caseRoute = createRoute({
  getParentRoute: () => root,
  path: "/cases/$id",
  component: lazyRouteComponent(() => import("../cases/CasePage.tsx"), "CasePage"),
});
const processes = createRoute({
  getParentRoute: () => root,
  path: "/studio/processes",
  component: lazyRouteComponent(() => import("../processes/ProcessesPage.tsx"), "ProcessesPage"),
});
const process = createRoute({
  getParentRoute: () => root,
  path: "/studio/processes/$key",
  validateSearch: readProcessSearch,
  component: lazyRouteComponent(() => import("../processes/ProcessPage.tsx"), "ProcessPage"),
});
const migrate = createRoute({
  getParentRoute: () => root,
  path: "/studio/processes/$key/migrate",
  validateSearch: readMigrationSearch,
  component: lazyRouteComponent(() => import("../processes/migration/MigrationPage.tsx"), "MigrationPage"),
});
const fields = createRoute({
  getParentRoute: () => root,
  path: "/studio/fields",
  validateSearch: readFieldsSearch,
  component: lazyRouteComponent(() => import("../fields/FieldsPage.tsx"), "FieldsPage"),
});
const importProducts = createRoute({
  getParentRoute: () => root,
  path: "/products/import",
  component: lazyRouteComponent(() => import("../imports/ImportPage.tsx"), "ImportPage"),
});

const mustBeACollection = (slug: string): void => {
  if (collectionOfSlug(slug) === null) notFound({ throw: true });
};
const list = createRoute({
  getParentRoute: () => root,
  path: "/$collection",
  beforeLoad: ({ params }) => mustBeACollection(params.collection),
  validateSearch: readListSearch,
  component: lazyRouteComponent(() => import("../lists/RecordListPage.tsx"), "RecordListPage"),
});
const newRecord = createRoute({
  getParentRoute: () => root,
  path: "/$collection/new",
  beforeLoad: ({ params }) => mustBeACollection(params.collection),
  validateSearch: readNewRecordSearch,
  component: lazyRouteComponent(() => import("../records/NewRecordPage.tsx"), "NewRecordPage"),
});
const record = createRoute({
  getParentRoute: () => root,
  path: "/$collection/$id",
  beforeLoad: ({ params }) => mustBeACollection(params.collection),
  component: lazyRouteComponent(() => import("../records/RecordPage.tsx"), "RecordPage"),
});

/** Every page of the app and its address. What a list shows (words, sort, filters) stands in the address, so it can be kept and shared. */
export const router = createRouter({
  routeTree: root.addChildren([
    home,
    inbox,
    outbox,
    account,
    caseRoute,
    processes,
    process,
    migrate,
    fields,
    importProducts,
    list,
    newRecord,
    record,
  ]),
  defaultPreload: "intent",
  scrollRestoration: true,
  defaultErrorComponent: BrokenPage,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
