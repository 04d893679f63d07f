import type { RecordTypeKey } from "@sluice/domain";
import type { Collection } from "../api/shapes.ts";
import { contactFace } from "./contact/contactFace.ts";
import { costSheetFace } from "./costSheet/costSheetFace.ts";
import { customerFace } from "./customer/customerFace.ts";
import { orderFace } from "./order/orderFace.ts";
import { priceBookFace } from "./priceBook/priceBookFace.ts";
import { productFace } from "./product/productFace.ts";
import { quoteFace } from "./quote/quoteFace.ts";
import type { RecordFace } from "./recordFace.ts";
import { territoryFace } from "./territory/territoryFace.ts";

/** The face of every record type. A type without one does not compile. */
export const recordFaces: { readonly [Type in RecordTypeKey]: RecordFace } = {
  customer: customerFace,
  contact: contactFace,
  product: productFace,
  priceBook: priceBookFace,
  costSheet: costSheetFace,
  quote: quoteFace,
  order: orderFace,
  territory: territoryFace,
};

const entries = Object.entries(recordFaces);

/** The record type of a router, and its face. */
export const faceOf = (collection: Collection): RecordFace & { readonly type: string } => {
  const found = entries.find(([, face]) => face.collection === collection);
  if (found === undefined) throw new Error(`no record type is at ${collection}`);
  return { type: found[0], ...found[1] };
};
