import { businessRecordTypes, type ListWish } from "@sluice/records";
import type { StaffName } from "../../../test/support/aFirm.ts";

/** One list as one person sorts it. */
export interface ListView {
  readonly type: string;
  readonly who: StaffName;
  readonly sort: NonNullable<ListWish["sort"]>;
}

/** A rep (own, of some types the department's too), a manager (the department's and all below), an admin (everything). */
export const READERS = ["chen", "wang", "mei"] as const satisfies readonly StaffName[];

/** Every list that is offered, in every order that it is offered in. */
export const listViews = (): readonly ListView[] =>
  businessRecordTypes.flatMap(({ schema }) =>
    Object.entries(schema.fields)
      .filter(([, field]) => field.sortable === true)
      .flatMap(([field]) =>
        (["asc", "desc"] as const).flatMap((direction) =>
          READERS.map((who) => ({ type: schema.type, who, sort: { field, direction } })),
        ),
      ),
  );
