-- Territories: parts of the market, and who covers them.
CREATE SEQUENCE "territory_number";
CREATE TABLE "territory" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "name" TEXT COLLATE "zh-x-icu" NOT NULL,
    "parent_id" UUID,
    "note" TEXT,
    "number" TEXT NOT NULL,
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

    CONSTRAINT "territory_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "territory_member" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "position" INTEGER NOT NULL,
    "territory_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,

    CONSTRAINT "territory_member_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "territory_number_key" ON "territory"("number");
CREATE INDEX "territory_number_id_idx" ON "territory"("number", "id");
CREATE INDEX "territory_owner_id_number_id_idx" ON "territory"("owner_id", "number", "id");
CREATE INDEX "territory_name_id_idx" ON "territory"("name", "id");
CREATE INDEX "territory_owner_id_name_id_idx" ON "territory"("owner_id", "name", "id");
CREATE INDEX "territory_created_at_id_idx" ON "territory"("created_at", "id");
CREATE INDEX "territory_owner_id_created_at_id_idx" ON "territory"("owner_id", "created_at", "id");
CREATE INDEX "territory_updated_at_id_idx" ON "territory"("updated_at", "id");
CREATE INDEX "territory_owner_id_updated_at_id_idx" ON "territory"("owner_id", "updated_at", "id");
CREATE INDEX "territory_department_id_idx" ON "territory"("department_id");
CREATE INDEX "territory_parent_id_idx" ON "territory"("parent_id");
CREATE INDEX "territory_tokens_idx" ON "territory" USING GIN ("tokens");
CREATE INDEX "territory_member_territory_id_position_idx" ON "territory_member"("territory_id", "position");
CREATE INDEX "territory_member_person_id_idx" ON "territory_member"("person_id");
ALTER TABLE "territory" ADD CONSTRAINT "territory_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "territory"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "territory_member" ADD CONSTRAINT "territory_member_territory_id_fkey" FOREIGN KEY ("territory_id") REFERENCES "territory"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "customer" ADD COLUMN "territory_id" UUID;
CREATE INDEX "customer_territory_id_idx" ON "customer"("territory_id");
ALTER TABLE "customer" ADD CONSTRAINT "customer_territory_id_fkey" FOREIGN KEY ("territory_id") REFERENCES "territory"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
