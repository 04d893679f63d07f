-- The business. Names are sorted by zh-x-icu: Chinese by pinyin, then Latin alphabetically; equality stays byte by byte.

-- CreateTable
CREATE TABLE "customer" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "name" TEXT COLLATE "zh-x-icu" NOT NULL,
    "grade" TEXT,
    "industry" TEXT,
    "tax_number" TEXT,
    "phone" TEXT,
    "email" TEXT,
    "address" TEXT,
    "website" TEXT,
    "note" TEXT,
    "owner_id" UUID NOT NULL,
    "department_id" UUID NOT NULL,
    "custom" JSONB NOT NULL DEFAULT '{}',
    "tokens" TEXT[],
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by" UUID,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "customer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contact" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "customer_id" UUID NOT NULL,
    "name" TEXT COLLATE "zh-x-icu" NOT NULL,
    "title" TEXT,
    "phone" TEXT,
    "email" TEXT,
    "role" TEXT,
    "note" TEXT,
    "owner_id" UUID NOT NULL,
    "department_id" UUID NOT NULL,
    "custom" JSONB NOT NULL DEFAULT '{}',
    "tokens" TEXT[],
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by" UUID,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "contact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "product" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "sku" TEXT NOT NULL,
    "name" TEXT COLLATE "zh-x-icu" NOT NULL,
    "name_zh" TEXT,
    "category" TEXT,
    "unit" TEXT NOT NULL,
    "list_price" DECIMAL(19,4) NOT NULL,
    "cost" DECIMAL(19,4),
    "currency" TEXT NOT NULL,
    "active" BOOLEAN,
    "description" TEXT,
    "owner_id" UUID NOT NULL,
    "department_id" UUID NOT NULL,
    "custom" JSONB NOT NULL DEFAULT '{}',
    "tokens" TEXT[],
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by" UUID,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "product_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "price_book" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "name" TEXT COLLATE "zh-x-icu" NOT NULL,
    "currency" TEXT NOT NULL,
    "valid_from" DATE,
    "valid_until" DATE,
    "active" BOOLEAN,
    "owner_id" UUID NOT NULL,
    "department_id" UUID NOT NULL,
    "custom" JSONB NOT NULL DEFAULT '{}',
    "tokens" TEXT[],
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by" UUID,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "price_book_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "price_book_entry" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "position" INTEGER NOT NULL,
    "price_book_id" UUID NOT NULL,
    "product_id" UUID NOT NULL,
    "price" DECIMAL(19,4) NOT NULL,
    "min_quantity" DECIMAL(19,4),

    CONSTRAINT "price_book_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cost_sheet" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "quote_id" UUID NOT NULL,
    "currency" TEXT NOT NULL,
    "rate_date" DATE NOT NULL,
    "valid_until" DATE,
    "total" DECIMAL(19,4),
    "content_hash" TEXT,
    "signed_at" TIMESTAMPTZ(3),
    "signed_by_id" UUID,
    "number" TEXT NOT NULL,
    "stage" TEXT,
    "owner_id" UUID NOT NULL,
    "department_id" UUID NOT NULL,
    "custom" JSONB NOT NULL DEFAULT '{}',
    "tokens" TEXT[],
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by" UUID,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "cost_sheet_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cost_sheet_line" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "position" INTEGER NOT NULL,
    "cost_sheet_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "quote_line_id" UUID,
    "description" TEXT NOT NULL,
    "quantity" DECIMAL(19,4) NOT NULL,
    "unit_cost" DECIMAL(19,4) NOT NULL,
    "currency" TEXT,
    "rate" DECIMAL(19,4),
    "total" DECIMAL(19,4),

    CONSTRAINT "cost_sheet_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cost_signature" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "cost_sheet_id" UUID NOT NULL,
    "content_hash" TEXT NOT NULL,
    "signed_at" TIMESTAMPTZ(3) NOT NULL,
    "signed_by" UUID,
    "total" DECIMAL(19,4) NOT NULL,
    "valid_until" DATE,
    "stage" TEXT,
    "quote_lines" JSONB NOT NULL,
    "product_costs" JSONB NOT NULL,

    CONSTRAINT "cost_signature_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "quote" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "name" TEXT COLLATE "zh-x-icu" NOT NULL,
    "customer_id" UUID NOT NULL,
    "contact_id" UUID,
    "currency" TEXT NOT NULL,
    "valid_until" DATE,
    "discount" DECIMAL(9,8),
    "note" TEXT,
    "terms" TEXT,
    "list_total" DECIMAL(19,4),
    "total" DECIMAL(19,4),
    "effective_discount" DECIMAL(9,8),
    "cost_total" DECIMAL(19,4),
    "margin" DECIMAL(27,8),
    "cost_sheet_id" UUID,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "revision_of_id" UUID,
    "sent_at" TIMESTAMPTZ(3),
    "accepted_at" TIMESTAMPTZ(3),
    "number" TEXT NOT NULL,
    "stage" TEXT,
    "owner_id" UUID NOT NULL,
    "department_id" UUID NOT NULL,
    "custom" JSONB NOT NULL DEFAULT '{}',
    "tokens" TEXT[],
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by" UUID,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "quote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "quote_line" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "position" INTEGER NOT NULL,
    "quote_id" UUID NOT NULL,
    "product_id" UUID,
    "description" TEXT NOT NULL,
    "quantity" DECIMAL(19,4) NOT NULL,
    "unit" TEXT,
    "list_price" DECIMAL(19,4) NOT NULL,
    "discount" DECIMAL(9,8),
    "unit_price" DECIMAL(19,4),
    "total" DECIMAL(19,4),

    CONSTRAINT "quote_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sales_order" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "quote_id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "currency" TEXT NOT NULL,
    "total" DECIMAL(19,4),
    "number" TEXT NOT NULL,
    "stage" TEXT,
    "owner_id" UUID NOT NULL,
    "department_id" UUID NOT NULL,
    "custom" JSONB NOT NULL DEFAULT '{}',
    "tokens" TEXT[],
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by" UUID,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "sales_order_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sales_order_line" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "position" INTEGER NOT NULL,
    "sales_order_id" UUID NOT NULL,
    "product_id" UUID,
    "description" TEXT NOT NULL,
    "quantity" DECIMAL(19,4) NOT NULL,
    "unit" TEXT,
    "list_price" DECIMAL(19,4) NOT NULL,
    "discount" DECIMAL(9,8),
    "unit_price" DECIMAL(19,4),
    "total" DECIMAL(19,4),

    CONSTRAINT "sales_order_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_run" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "record_type" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "mapping" JSONB NOT NULL,
    "keep_valid_only" BOOLEAN NOT NULL DEFAULT false,
    "status" TEXT NOT NULL,
    "total_rows" INTEGER NOT NULL DEFAULT 0,
    "written_rows" INTEGER NOT NULL DEFAULT 0,
    "refused_rows" INTEGER NOT NULL DEFAULT 0,
    "person_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),
    "error" TEXT,

    CONSTRAINT "import_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_row" (
    "run_id" UUID NOT NULL,
    "row" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "record_id" UUID,
    "version" INTEGER,
    "problems" JSONB,

    CONSTRAINT "import_row_pkey" PRIMARY KEY ("run_id","row")
);

-- CreateIndex
CREATE INDEX "customer_name_id_idx" ON "customer"("name", "id");

-- CreateIndex
CREATE INDEX "customer_owner_id_name_id_idx" ON "customer"("owner_id", "name", "id");

-- CreateIndex
CREATE INDEX "customer_created_at_id_idx" ON "customer"("created_at", "id");

-- CreateIndex
CREATE INDEX "customer_owner_id_created_at_id_idx" ON "customer"("owner_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "customer_updated_at_id_idx" ON "customer"("updated_at", "id");

-- CreateIndex
CREATE INDEX "customer_owner_id_updated_at_id_idx" ON "customer"("owner_id", "updated_at", "id");

-- CreateIndex
CREATE INDEX "customer_department_id_idx" ON "customer"("department_id");

-- CreateIndex
CREATE INDEX "customer_tokens_idx" ON "customer" USING GIN ("tokens");

-- CreateIndex
CREATE INDEX "customer_tax_number_idx" ON "customer"("tax_number");

-- CreateIndex
CREATE INDEX "customer_grade_idx" ON "customer"("grade");

-- CreateIndex
CREATE INDEX "customer_industry_idx" ON "customer"("industry");

-- CreateIndex
CREATE INDEX "contact_name_id_idx" ON "contact"("name", "id");

-- CreateIndex
CREATE INDEX "contact_owner_id_name_id_idx" ON "contact"("owner_id", "name", "id");

-- CreateIndex
CREATE INDEX "contact_created_at_id_idx" ON "contact"("created_at", "id");

-- CreateIndex
CREATE INDEX "contact_owner_id_created_at_id_idx" ON "contact"("owner_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "contact_updated_at_id_idx" ON "contact"("updated_at", "id");

-- CreateIndex
CREATE INDEX "contact_owner_id_updated_at_id_idx" ON "contact"("owner_id", "updated_at", "id");

-- CreateIndex
CREATE INDEX "contact_department_id_idx" ON "contact"("department_id");

-- CreateIndex
CREATE INDEX "contact_tokens_idx" ON "contact" USING GIN ("tokens");

-- CreateIndex
CREATE INDEX "contact_customer_id_idx" ON "contact"("customer_id");

-- CreateIndex
CREATE INDEX "product_sku_id_idx" ON "product"("sku", "id");

-- CreateIndex
CREATE INDEX "product_owner_id_sku_id_idx" ON "product"("owner_id", "sku", "id");

-- CreateIndex
CREATE INDEX "product_name_id_idx" ON "product"("name", "id");

-- CreateIndex
CREATE INDEX "product_owner_id_name_id_idx" ON "product"("owner_id", "name", "id");

-- CreateIndex
CREATE INDEX "product_list_price_id_idx" ON "product"("list_price", "id");

-- CreateIndex
CREATE INDEX "product_owner_id_list_price_id_idx" ON "product"("owner_id", "list_price", "id");

-- CreateIndex
CREATE INDEX "product_created_at_id_idx" ON "product"("created_at", "id");

-- CreateIndex
CREATE INDEX "product_owner_id_created_at_id_idx" ON "product"("owner_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "product_updated_at_id_idx" ON "product"("updated_at", "id");

-- CreateIndex
CREATE INDEX "product_owner_id_updated_at_id_idx" ON "product"("owner_id", "updated_at", "id");

-- CreateIndex
CREATE INDEX "product_department_id_idx" ON "product"("department_id");

-- CreateIndex
CREATE INDEX "product_tokens_idx" ON "product" USING GIN ("tokens");

-- CreateIndex
CREATE INDEX "product_category_idx" ON "product"("category");

-- CreateIndex
CREATE UNIQUE INDEX "product_sku_key" ON "product"("sku");

-- CreateIndex
CREATE INDEX "price_book_name_id_idx" ON "price_book"("name", "id");

-- CreateIndex
CREATE INDEX "price_book_owner_id_name_id_idx" ON "price_book"("owner_id", "name", "id");

-- CreateIndex
CREATE INDEX "price_book_valid_until_id_idx" ON "price_book"("valid_until", "id");

-- CreateIndex
CREATE INDEX "price_book_owner_id_valid_until_id_idx" ON "price_book"("owner_id", "valid_until", "id");

-- CreateIndex
CREATE INDEX "price_book_created_at_id_idx" ON "price_book"("created_at", "id");

-- CreateIndex
CREATE INDEX "price_book_owner_id_created_at_id_idx" ON "price_book"("owner_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "price_book_updated_at_id_idx" ON "price_book"("updated_at", "id");

-- CreateIndex
CREATE INDEX "price_book_owner_id_updated_at_id_idx" ON "price_book"("owner_id", "updated_at", "id");

-- CreateIndex
CREATE INDEX "price_book_department_id_idx" ON "price_book"("department_id");

-- CreateIndex
CREATE INDEX "price_book_tokens_idx" ON "price_book" USING GIN ("tokens");

-- CreateIndex
CREATE INDEX "price_book_entry_price_book_id_position_idx" ON "price_book_entry"("price_book_id", "position");

-- CreateIndex
CREATE INDEX "price_book_entry_product_id_idx" ON "price_book_entry"("product_id");

-- CreateIndex
CREATE INDEX "cost_sheet_number_id_idx" ON "cost_sheet"("number", "id");

-- CreateIndex
CREATE INDEX "cost_sheet_owner_id_number_id_idx" ON "cost_sheet"("owner_id", "number", "id");

-- CreateIndex
CREATE INDEX "cost_sheet_valid_until_id_idx" ON "cost_sheet"("valid_until", "id");

-- CreateIndex
CREATE INDEX "cost_sheet_owner_id_valid_until_id_idx" ON "cost_sheet"("owner_id", "valid_until", "id");

-- CreateIndex
CREATE INDEX "cost_sheet_created_at_id_idx" ON "cost_sheet"("created_at", "id");

-- CreateIndex
CREATE INDEX "cost_sheet_owner_id_created_at_id_idx" ON "cost_sheet"("owner_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "cost_sheet_updated_at_id_idx" ON "cost_sheet"("updated_at", "id");

-- CreateIndex
CREATE INDEX "cost_sheet_owner_id_updated_at_id_idx" ON "cost_sheet"("owner_id", "updated_at", "id");

-- CreateIndex
CREATE INDEX "cost_sheet_department_id_idx" ON "cost_sheet"("department_id");

-- CreateIndex
CREATE INDEX "cost_sheet_tokens_idx" ON "cost_sheet" USING GIN ("tokens");

-- CreateIndex
CREATE INDEX "cost_sheet_quote_id_idx" ON "cost_sheet"("quote_id");

-- CreateIndex
CREATE INDEX "cost_sheet_stage_idx" ON "cost_sheet"("stage");

-- CreateIndex
CREATE UNIQUE INDEX "cost_sheet_number_key" ON "cost_sheet"("number");

-- CreateIndex
CREATE INDEX "cost_sheet_line_cost_sheet_id_position_idx" ON "cost_sheet_line"("cost_sheet_id", "position");

-- CreateIndex
CREATE INDEX "cost_signature_cost_sheet_id_signed_at_idx" ON "cost_signature"("cost_sheet_id", "signed_at");

-- CreateIndex
CREATE INDEX "quote_number_id_idx" ON "quote"("number", "id");

-- CreateIndex
CREATE INDEX "quote_owner_id_number_id_idx" ON "quote"("owner_id", "number", "id");

-- CreateIndex
CREATE INDEX "quote_name_id_idx" ON "quote"("name", "id");

-- CreateIndex
CREATE INDEX "quote_owner_id_name_id_idx" ON "quote"("owner_id", "name", "id");

-- CreateIndex
CREATE INDEX "quote_total_id_idx" ON "quote"("total", "id");

-- CreateIndex
CREATE INDEX "quote_owner_id_total_id_idx" ON "quote"("owner_id", "total", "id");

-- CreateIndex
CREATE INDEX "quote_valid_until_id_idx" ON "quote"("valid_until", "id");

-- CreateIndex
CREATE INDEX "quote_owner_id_valid_until_id_idx" ON "quote"("owner_id", "valid_until", "id");

-- CreateIndex
CREATE INDEX "quote_created_at_id_idx" ON "quote"("created_at", "id");

-- CreateIndex
CREATE INDEX "quote_owner_id_created_at_id_idx" ON "quote"("owner_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "quote_updated_at_id_idx" ON "quote"("updated_at", "id");

-- CreateIndex
CREATE INDEX "quote_owner_id_updated_at_id_idx" ON "quote"("owner_id", "updated_at", "id");

-- CreateIndex
CREATE INDEX "quote_department_id_idx" ON "quote"("department_id");

-- CreateIndex
CREATE INDEX "quote_tokens_idx" ON "quote" USING GIN ("tokens");

-- CreateIndex
CREATE INDEX "quote_customer_id_idx" ON "quote"("customer_id");

-- CreateIndex
CREATE INDEX "quote_contact_id_idx" ON "quote"("contact_id");

-- CreateIndex
CREATE INDEX "quote_stage_idx" ON "quote"("stage");

-- CreateIndex
CREATE INDEX "quote_cost_sheet_id_idx" ON "quote"("cost_sheet_id");

-- CreateIndex
CREATE UNIQUE INDEX "quote_revision_of_id_key" ON "quote"("revision_of_id");

-- CreateIndex
CREATE UNIQUE INDEX "quote_number_key" ON "quote"("number");

-- CreateIndex
CREATE INDEX "quote_line_quote_id_position_idx" ON "quote_line"("quote_id", "position");

-- CreateIndex
CREATE INDEX "quote_line_product_id_idx" ON "quote_line"("product_id");

-- CreateIndex
CREATE INDEX "sales_order_number_id_idx" ON "sales_order"("number", "id");

-- CreateIndex
CREATE INDEX "sales_order_owner_id_number_id_idx" ON "sales_order"("owner_id", "number", "id");

-- CreateIndex
CREATE INDEX "sales_order_total_id_idx" ON "sales_order"("total", "id");

-- CreateIndex
CREATE INDEX "sales_order_owner_id_total_id_idx" ON "sales_order"("owner_id", "total", "id");

-- CreateIndex
CREATE INDEX "sales_order_created_at_id_idx" ON "sales_order"("created_at", "id");

-- CreateIndex
CREATE INDEX "sales_order_owner_id_created_at_id_idx" ON "sales_order"("owner_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "sales_order_updated_at_id_idx" ON "sales_order"("updated_at", "id");

-- CreateIndex
CREATE INDEX "sales_order_owner_id_updated_at_id_idx" ON "sales_order"("owner_id", "updated_at", "id");

-- CreateIndex
CREATE INDEX "sales_order_department_id_idx" ON "sales_order"("department_id");

-- CreateIndex
CREATE INDEX "sales_order_tokens_idx" ON "sales_order" USING GIN ("tokens");

-- CreateIndex
CREATE INDEX "sales_order_customer_id_idx" ON "sales_order"("customer_id");

-- CreateIndex
CREATE INDEX "sales_order_stage_idx" ON "sales_order"("stage");

-- CreateIndex
CREATE UNIQUE INDEX "sales_order_number_key" ON "sales_order"("number");

-- CreateIndex
CREATE UNIQUE INDEX "sales_order_quote_id_key" ON "sales_order"("quote_id");

-- CreateIndex
CREATE INDEX "sales_order_line_sales_order_id_position_idx" ON "sales_order_line"("sales_order_id", "position");

-- CreateIndex
CREATE INDEX "sales_order_line_product_id_idx" ON "sales_order_line"("product_id");

-- CreateIndex
CREATE INDEX "import_run_person_id_created_at_idx" ON "import_run"("person_id", "created_at");

-- CreateIndex
CREATE INDEX "import_row_record_id_idx" ON "import_row"("record_id");

-- AddForeignKey
ALTER TABLE "contact" ADD CONSTRAINT "contact_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "price_book_entry" ADD CONSTRAINT "price_book_entry_price_book_id_fkey" FOREIGN KEY ("price_book_id") REFERENCES "price_book"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "price_book_entry" ADD CONSTRAINT "price_book_entry_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cost_sheet" ADD CONSTRAINT "cost_sheet_quote_id_fkey" FOREIGN KEY ("quote_id") REFERENCES "quote"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cost_sheet_line" ADD CONSTRAINT "cost_sheet_line_cost_sheet_id_fkey" FOREIGN KEY ("cost_sheet_id") REFERENCES "cost_sheet"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cost_signature" ADD CONSTRAINT "cost_signature_cost_sheet_id_fkey" FOREIGN KEY ("cost_sheet_id") REFERENCES "cost_sheet"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quote" ADD CONSTRAINT "quote_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quote" ADD CONSTRAINT "quote_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contact"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quote" ADD CONSTRAINT "quote_cost_sheet_id_fkey" FOREIGN KEY ("cost_sheet_id") REFERENCES "cost_sheet"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quote" ADD CONSTRAINT "quote_revision_of_id_fkey" FOREIGN KEY ("revision_of_id") REFERENCES "quote"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quote_line" ADD CONSTRAINT "quote_line_quote_id_fkey" FOREIGN KEY ("quote_id") REFERENCES "quote"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quote_line" ADD CONSTRAINT "quote_line_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sales_order" ADD CONSTRAINT "sales_order_quote_id_fkey" FOREIGN KEY ("quote_id") REFERENCES "quote"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sales_order" ADD CONSTRAINT "sales_order_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sales_order_line" ADD CONSTRAINT "sales_order_line_sales_order_id_fkey" FOREIGN KEY ("sales_order_id") REFERENCES "sales_order"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sales_order_line" ADD CONSTRAINT "sales_order_line_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_row" ADD CONSTRAINT "import_row_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "import_run"("id") ON DELETE CASCADE ON UPDATE CASCADE;



-- Checks ---------------------------------------------------------------------

ALTER TABLE "product" ADD CONSTRAINT "product_prices" CHECK ("list_price" >= 0 AND ("cost" IS NULL OR "cost" >= 0));
ALTER TABLE "price_book_entry" ADD CONSTRAINT "price_book_entry_amounts" CHECK ("price" >= 0 AND ("min_quantity" IS NULL OR "min_quantity" >= 0));
ALTER TABLE "price_book" ADD CONSTRAINT "price_book_dates" CHECK ("valid_until" IS NULL OR "valid_from" IS NULL OR "valid_until" >= "valid_from");
ALTER TABLE "cost_sheet_line" ADD CONSTRAINT "cost_sheet_line_amounts" CHECK ("quantity" >= 0 AND "unit_cost" >= 0 AND ("rate" IS NULL OR "rate" > 0));
ALTER TABLE "quote" ADD CONSTRAINT "quote_discount" CHECK ("discount" IS NULL OR "discount" BETWEEN 0 AND 1);
ALTER TABLE "quote" ADD CONSTRAINT "quote_revision" CHECK ("revision" >= 1 AND ("revision_of_id" IS NULL OR "revision_of_id" <> "id"));
ALTER TABLE "quote_line" ADD CONSTRAINT "quote_line_amounts" CHECK ("quantity" > 0 AND "list_price" >= 0 AND ("discount" IS NULL OR "discount" BETWEEN 0 AND 1));
ALTER TABLE "import_run" ADD CONSTRAINT "import_run_status" CHECK ("status" IN ('waiting', 'running', 'done', 'failed', 'undoing', 'undone'));
ALTER TABLE "import_row" ADD CONSTRAINT "import_row_status" CHECK ("status" IN ('written', 'refused', 'undone', 'kept'));

-- A signature is evidence ----------------------------------------------------

DO $$ BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'sluice_app') THEN
    REVOKE UPDATE, DELETE, TRUNCATE ON "cost_signature" FROM sluice_app;
  END IF;
END $$;
