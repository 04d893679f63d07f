-- Deleted records are few among all and are listed by when they were deleted: of everybody, and of one owner.
CREATE INDEX "customer_deleted_idx" ON "customer" ("updated_at", "id") WHERE "deleted_at" IS NOT NULL;
CREATE INDEX "customer_own_deleted_idx" ON "customer" ("owner_id", "updated_at", "id") WHERE "deleted_at" IS NOT NULL;
CREATE INDEX "contact_deleted_idx" ON "contact" ("updated_at", "id") WHERE "deleted_at" IS NOT NULL;
CREATE INDEX "contact_own_deleted_idx" ON "contact" ("owner_id", "updated_at", "id") WHERE "deleted_at" IS NOT NULL;
CREATE INDEX "product_deleted_idx" ON "product" ("updated_at", "id") WHERE "deleted_at" IS NOT NULL;
CREATE INDEX "product_own_deleted_idx" ON "product" ("owner_id", "updated_at", "id") WHERE "deleted_at" IS NOT NULL;
CREATE INDEX "price_book_deleted_idx" ON "price_book" ("updated_at", "id") WHERE "deleted_at" IS NOT NULL;
CREATE INDEX "price_book_own_deleted_idx" ON "price_book" ("owner_id", "updated_at", "id") WHERE "deleted_at" IS NOT NULL;
CREATE INDEX "cost_sheet_deleted_idx" ON "cost_sheet" ("updated_at", "id") WHERE "deleted_at" IS NOT NULL;
CREATE INDEX "cost_sheet_own_deleted_idx" ON "cost_sheet" ("owner_id", "updated_at", "id") WHERE "deleted_at" IS NOT NULL;
CREATE INDEX "quote_deleted_idx" ON "quote" ("updated_at", "id") WHERE "deleted_at" IS NOT NULL;
CREATE INDEX "quote_own_deleted_idx" ON "quote" ("owner_id", "updated_at", "id") WHERE "deleted_at" IS NOT NULL;
CREATE INDEX "sales_order_deleted_idx" ON "sales_order" ("updated_at", "id") WHERE "deleted_at" IS NOT NULL;
CREATE INDEX "sales_order_own_deleted_idx" ON "sales_order" ("owner_id", "updated_at", "id") WHERE "deleted_at" IS NOT NULL;
CREATE INDEX "territory_deleted_idx" ON "territory" ("updated_at", "id") WHERE "deleted_at" IS NOT NULL;
CREATE INDEX "territory_own_deleted_idx" ON "territory" ("owner_id", "updated_at", "id") WHERE "deleted_at" IS NOT NULL;
