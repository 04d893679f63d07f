import type { ColumnType } from "kysely";
export type Generated<T> = T extends ColumnType<infer S, infer I, infer U>
  ? ColumnType<S, I | undefined, U>
  : ColumnType<T, T | undefined, T>;
export type Timestamp = ColumnType<Date, Date | string, Date | string>;

export type Account = {
    id: Generated<string>;
    account_id: string;
    provider_id: string;
    user_id: string;
    access_token: string | null;
    refresh_token: string | null;
    id_token: string | null;
    access_token_expires_at: string | null;
    refresh_token_expires_at: string | null;
    scope: string | null;
    password: string | null;
    created_at: Generated<string>;
    updated_at: Generated<string>;
};
export type Apikey = {
    id: Generated<string>;
    config_id: Generated<string>;
    name: string | null;
    start: string | null;
    reference_id: string;
    prefix: string | null;
    key: string;
    refill_interval: number | null;
    refill_amount: number | null;
    last_refill_at: string | null;
    enabled: Generated<boolean | null>;
    rate_limit_enabled: Generated<boolean | null>;
    rate_limit_time_window: Generated<number | null>;
    rate_limit_max: Generated<number | null>;
    request_count: Generated<number | null>;
    remaining: number | null;
    last_request: string | null;
    expires_at: string | null;
    created_at: Generated<string>;
    updated_at: Generated<string>;
    permissions: string | null;
    metadata: string | null;
};
export type Attachment = {
    id: string;
    record_type: string | null;
    record_id: string | null;
    case_id: string | null;
    name: string;
    media_type: string;
    size: string;
    sha256: string;
    place: string;
    created_by: string | null;
    created_at: Generated<string>;
    deleted_at: string | null;
};
export type Audit = {
    id: Generated<string>;
    at: Generated<string>;
    actor: unknown;
    via: string;
    action: string;
    record_type: string | null;
    record_id: string | null;
    case_id: string | null;
    seq: number | null;
    command_id: string | null;
    /**
     * Path → { from, to } of what changed; the problems of what was refused.
     */
    detail: unknown;
};
export type BulkAct = {
    id: string;
    process_key: string;
    target: unknown;
    act: unknown;
    reason: string;
    status: string;
    person_id: string;
    via: string;
    started_at: string;
    ended_at: string | null;
    leased_until: string | null;
};
export type BulkActCase = {
    bulk_act_id: string;
    case_id: string;
    /**
     * What of the case it is done to, fixed before the first of it is done.
     */
    parts: unknown | null;
    result: string | null;
    problems: unknown;
    at: string | null;
};
export type Calendar = {
    id: string;
    /**
     * Null: the firm's.
     */
    department_id: string | null;
    settings: unknown;
    updated_at: Generated<string>;
};
export type Case = {
    id: string;
    process_key: string;
    version: number;
    plan_hash: string;
    kind: string;
    record_type: string;
    record_id: string;
    parent_case_id: string | null;
    parent_key: string | null;
    depth: Generated<number>;
    seq: number;
    status: string;
    outcome: string | null;
    stage_key: string | null;
    stage_name: unknown | null;
    state: unknown;
    alarm_at: string | null;
    /**
     * The alarm that the carrier's run holds; null when it holds none.
     */
    armed_at: string | null;
    lane: Generated<string>;
    last_event_at: string;
    opened_at: string;
    ended_at: string | null;
    initiator_id: string | null;
    /**
     * How many facts its waiting conditions hang on; the rows are in `case_watch`.
     */
    watches: Generated<number>;
    /**
     * The version of the record whose change started it; null when a person or another case did.
     */
    trigger_version: number | null;
    /**
     * How many starts by changes lie behind this one.
     */
    chain: Generated<number>;
    /**
     * How often the sweep sent this case's directive in vain.
     */
    swept: Generated<number>;
    swept_at: string | null;
};
export type CaseAwait = {
    case_id: string;
    wait_id: string;
    message: string;
    key: string | null;
};
export type CaseCreated = {
    case_id: string;
    key: string;
    record_type: string;
    record_id: string;
};
export type CaseEvent = {
    case_id: string;
    seq: number;
    at: string;
    actor: unknown;
    event: unknown;
    used: unknown;
    command_id: string | null;
};
export type CaseInbox = {
    id: Generated<string>;
    case_id: string;
    happening: unknown;
    actor: unknown;
    lane: Generated<string>;
    created_at: Generated<string>;
    /**
     * How often its delivery was refused; the relay stops pressing after some.
     */
    attempts: Generated<number>;
    /**
     * Infinity: a start that waits for the case before it to end.
     */
    not_before: Generated<string>;
    leased_until: string | null;
};
export type CaseMigration = {
    id: string;
    process_key: string;
    from_version: number;
    to_version: number;
    mapping: unknown;
    timers: string;
    reason: string;
    filter: unknown;
    stops_after_trial: boolean;
    status: string;
    stopped_by: unknown | null;
    person_id: string;
    via: string;
    started_at: string;
    ended_at: string | null;
    leased_until: string | null;
    undo_reason: string | null;
    undo_person_id: string | null;
    undo_via: string | null;
};
export type CaseMigrationCase = {
    migration_id: string;
    case_id: string;
    verdict: string;
    problems: unknown;
    seq: number | null;
    at: string;
    undone: string | null;
    stood: unknown | null;
    undo_problems: unknown | null;
};
export type CaseWatch = {
    record_type: string;
    record_id: string;
    case_id: string;
    fact_key: string;
};
export type Command = {
    person_id: string;
    id: string;
    input_hash: string;
    answer: unknown;
    at: Generated<string>;
};
export type Contact = {
    id: Generated<string>;
    customer_id: string;
    name: string;
    title: string | null;
    phone: string | null;
    email: string | null;
    role: string | null;
    note: string | null;
    number: string;
    owner_id: string;
    department_id: string;
    custom: Generated<unknown>;
    tokens: string[];
    version: Generated<number>;
    created_at: Generated<string>;
    created_by: string | null;
    updated_at: Generated<string>;
    updated_by: string | null;
    deleted_at: string | null;
};
export type Costing = {
    cost_sheet_id: string;
    content_hash: string;
    /**
     * Every quoted line as it was costed, by line id.
     */
    quote_lines: unknown;
    costed_at: string;
};
export type CostOverride = {
    decision_id: string;
    quote_id: string;
    content_hash: string;
    approved_by: string;
    approved_at: string;
};
export type CostSheet = {
    id: Generated<string>;
    quote_id: string;
    currency: string;
    rate_date: string;
    valid_until: string | null;
    total: string | null;
    content_hash: string | null;
    signed_at: string | null;
    signed_by_id: string | null;
    number: string;
    stage: string | null;
    owner_id: string;
    department_id: string;
    custom: Generated<unknown>;
    tokens: string[];
    version: Generated<number>;
    created_at: Generated<string>;
    created_by: string | null;
    updated_at: Generated<string>;
    updated_by: string | null;
    deleted_at: string | null;
};
export type CostSheetLine = {
    id: Generated<string>;
    position: number;
    cost_sheet_id: string;
    kind: string;
    quote_line_id: string | null;
    description: string;
    quantity: string;
    unit_cost: string;
    currency: string | null;
    rate: string | null;
    total: string | null;
};
export type CostSignature = {
    id: Generated<string>;
    cost_sheet_id: string;
    content_hash: string;
    signed_at: string;
    signed_by: string | null;
    total: string;
    valid_until: string | null;
    /**
     * Where its process stood: a sheet that has left it is to be signed again.
     */
    stage: string | null;
    /**
     * Every quoted line as it was costed, by line id.
     */
    quote_lines: unknown;
    /**
     * What each quoted product cost then, by product id.
     */
    product_costs: unknown;
};
export type Customer = {
    id: Generated<string>;
    name: string;
    grade: string | null;
    industry: string | null;
    territory_id: string | null;
    tax_number: string | null;
    phone: string | null;
    email: string | null;
    address: string | null;
    website: string | null;
    note: string | null;
    number: string;
    owner_id: string;
    department_id: string;
    custom: Generated<unknown>;
    tokens: string[];
    version: Generated<number>;
    created_at: Generated<string>;
    created_by: string | null;
    updated_at: Generated<string>;
    updated_by: string | null;
    deleted_at: string | null;
};
export type Decision = {
    id: string;
    case_id: string;
    seq: number;
    task_key: string;
    node: string;
    verdict: string;
    by: string;
    on_behalf_of: string | null;
    comment: string | null;
    attachments: Generated<string[]>;
    signature: string | null;
    round: number;
    at: string;
    process_key: string;
    process_version: number;
    record_version: number | null;
    /**
     * The record as it stood when this was decided.
     */
    record: unknown | null;
};
export type Department = {
    id: string;
    name: unknown;
    parent_id: string | null;
    head_id: string | null;
    /**
     * Its ancestors from the top, itself last: "and below" is one containment test.
     */
    path: string[];
    version: Generated<number>;
    created_at: Generated<string>;
    updated_at: Generated<string>;
};
export type Effect = {
    case_id: string;
    key: string;
    node: string;
    block: string;
    input: unknown;
    status: string;
    attempts: Generated<number>;
    on_unknown: string;
    undoes: string | null;
    wanted_at: string;
    begun_at: string | null;
    ended_at: string | null;
    output: unknown | null;
    error: string | null;
};
export type FanOut = {
    id: Generated<string>;
    record_type: string;
    record_id: string;
    after_case_id: string;
    lane: string;
    created_at: Generated<string>;
};
export type Field = {
    id: Generated<string>;
    record_type: string;
    /**
     * The table of its records: what the owner's job builds the index on.
     */
    record_table: string;
    key: string;
    /**
     * What the admin said of it, as `readFieldSettings` accepted it.
     */
    settings: unknown;
    archived: Generated<boolean>;
    /**
     * none · wanted · built: whether lists have an index to lean on.
     */
    index_state: Generated<string>;
    version: Generated<number>;
    created_at: Generated<string>;
    created_by: string | null;
    updated_at: Generated<string>;
    updated_by: string | null;
};
export type FieldRevision = {
    only: Generated<boolean>;
    revision: Generated<number>;
};
export type FieldValue = {
    record_type: string;
    key: string;
    value: string;
    record_id: string;
};
export type Heard = {
    source: string;
    id: string;
    input_hash: string;
    at: Generated<string>;
};
export type ImportRow = {
    run_id: string;
    row: number;
    status: string;
    record_id: string | null;
    version: number | null;
    problems: unknown | null;
};
export type ImportRun = {
    id: Generated<string>;
    record_type: string;
    file_name: string;
    mapping: unknown;
    keep_valid_only: Generated<boolean>;
    status: string;
    total_rows: Generated<number>;
    written_rows: Generated<number>;
    refused_rows: Generated<number>;
    person_id: string;
    created_at: Generated<string>;
    ended_at: string | null;
    error: string | null;
};
export type Incident = {
    case_id: string;
    key: string;
    node: string;
    code: string;
    values: unknown;
    raised_at: string;
    cleared_at: string | null;
};
export type Install = {
    only: Generated<boolean>;
    id: Generated<string>;
    epoch: string;
    created_at: Generated<string>;
    /**
     * Where this database lives; null until its first start, and after a restore.
     */
    home: string | null;
    /**
     * The epochs that restores have ended.
     */
    past_epochs: Generated<string[]>;
};
export type Layout = {
    record_type: string;
    role: Generated<string>;
    sections: unknown;
    hidden: Generated<string[]>;
    version: Generated<number>;
    updated_at: Generated<string>;
    updated_by: string | null;
};
export type MailOutbox = {
    id: string;
    message_id: string;
    case_id: string | null;
    to: string[];
    subject: string;
    text: string;
    attachments: unknown;
    at: Generated<string>;
};
export type Milestone = {
    id: string;
    record_type: string;
    record_id: string;
    key: string;
    at: string;
    by: unknown;
    seq: number;
    case_id: string;
};
export type Notice = {
    id: string;
    person_id: string;
    case_id: string | null;
    record_type: string | null;
    record_id: string | null;
    node: string | null;
    subject: unknown;
    at: string;
    read_at: string | null;
};
export type NumberSeries = {
    prefix: string;
    year: number;
    next: number;
};
export type Outbox = {
    id: Generated<string>;
    case_id: string;
    lane: Generated<string>;
    leased_until: string | null;
    attempts: Generated<number>;
    created_at: Generated<string>;
    trace: string | null;
};
export type Person = {
    id: string;
    name: string;
    email: string;
    roles: string[];
    post: string | null;
    department_id: string;
    manager_id: string | null;
    active: Generated<boolean>;
    language: Generated<string>;
    absent_from: string | null;
    absent_until: string | null;
    deputy_id: string | null;
    version: Generated<number>;
    created_at: Generated<string>;
    updated_at: Generated<string>;
    deactivated_at: string | null;
};
export type PickTurn = {
    pool: string;
    person_id: string;
    turns: Generated<string>;
};
export type PriceBook = {
    id: Generated<string>;
    name: string;
    currency: string;
    valid_from: string | null;
    valid_until: string | null;
    active: boolean | null;
    number: string;
    owner_id: string;
    department_id: string;
    custom: Generated<unknown>;
    tokens: string[];
    version: Generated<number>;
    created_at: Generated<string>;
    created_by: string | null;
    updated_at: Generated<string>;
    updated_by: string | null;
    deleted_at: string | null;
};
export type PriceBookEntry = {
    id: Generated<string>;
    position: number;
    price_book_id: string;
    product_id: string;
    price: string;
    min_quantity: string | null;
};
export type Process = {
    key: string;
    record_type: string;
    kind: string;
    department_id: string | null;
    published_version: number | null;
    created_at: Generated<string>;
    updated_at: Generated<string>;
    updated_by: string | null;
};
export type ProcessDraft = {
    process_key: string;
    definition: unknown;
    rev: number;
    base_version: Generated<number>;
    updated_at: Generated<string>;
    updated_by: string | null;
};
export type ProcessRollback = {
    id: string;
    process_key: string;
    from_version: number;
    to_version: number;
    reason: string;
    at: string;
    person_id: string;
};
export type ProcessVersion = {
    process_key: string;
    version: number;
    definition: unknown;
    hash: string;
    published_at: string;
    published_by: string | null;
    note: string | null;
};
export type Product = {
    id: Generated<string>;
    sku: string;
    name: string;
    name_zh: string | null;
    category: string | null;
    unit: string;
    list_price: string;
    cost: string | null;
    currency: string;
    active: boolean | null;
    description: string | null;
    number: string;
    owner_id: string;
    department_id: string;
    custom: Generated<unknown>;
    tokens: string[];
    version: Generated<number>;
    created_at: Generated<string>;
    created_by: string | null;
    updated_at: Generated<string>;
    updated_by: string | null;
    deleted_at: string | null;
};
export type Quote = {
    id: Generated<string>;
    name: string;
    customer_id: string;
    contact_id: string | null;
    currency: string;
    valid_until: string | null;
    discount: string | null;
    note: string | null;
    terms: string | null;
    list_total: string | null;
    total: string | null;
    effective_discount: string | null;
    cost_total: string | null;
    margin: string | null;
    cost_sheet_id: string | null;
    cost_overridden_at: string | null;
    cost_overridden_by_id: string | null;
    price_agreed_at: string | null;
    revision: Generated<number>;
    revision_of_id: string | null;
    sent_at: string | null;
    accepted_at: string | null;
    number: string;
    stage: string | null;
    owner_id: string;
    department_id: string;
    custom: Generated<unknown>;
    tokens: string[];
    version: Generated<number>;
    created_at: Generated<string>;
    created_by: string | null;
    updated_at: Generated<string>;
    updated_by: string | null;
    deleted_at: string | null;
};
export type QuoteLine = {
    id: Generated<string>;
    position: number;
    quote_id: string;
    product_id: string | null;
    description: string;
    quantity: string;
    unit: string | null;
    list_price: string;
    discount: string | null;
    unit_price: string | null;
    total: string | null;
};
export type QuoteTerms = {
    quote_id: string;
    terms_hash: string;
    agreed_at: string;
};
export type RateLimit = {
    id: Generated<string>;
    key: string;
    count: number;
    last_request: string;
};
export type RecordLock = {
    record_type: string;
    record_id: string;
    case_id: string;
    /**
     * The fields that stay open.
     */
    except: string[];
};
export type Role = {
    key: string;
    name: unknown;
};
export type SalesOrder = {
    id: Generated<string>;
    quote_id: string;
    customer_id: string;
    currency: string;
    total: string | null;
    number: string;
    stage: string | null;
    owner_id: string;
    department_id: string;
    custom: Generated<unknown>;
    tokens: string[];
    version: Generated<number>;
    created_at: Generated<string>;
    created_by: string | null;
    updated_at: Generated<string>;
    updated_by: string | null;
    deleted_at: string | null;
};
export type SalesOrderLine = {
    id: Generated<string>;
    position: number;
    sales_order_id: string;
    product_id: string | null;
    description: string;
    quantity: string;
    unit: string | null;
    list_price: string;
    discount: string | null;
    unit_price: string | null;
    total: string | null;
};
export type Schedule = {
    process_key: string;
    cron: string | null;
    zone: string | null;
    /**
     * The epoch that it was made for; null when Temporal may not hold it.
     */
    epoch: string | null;
    /**
     * Since when this schedule is wanted: what it missed before is nobody's loss.
     */
    since: Generated<string>;
    leased_until: string | null;
};
export type ScheduleFiring = {
    process_key: string;
    at: string;
    /**
     * Nought when it was passed over.
     */
    version: number;
    after_id: string | null;
    started: Generated<number>;
    fired_at: Generated<string>;
    ended_at: string | null;
};
export type Session = {
    id: Generated<string>;
    expires_at: string;
    token: string;
    created_at: Generated<string>;
    updated_at: Generated<string>;
    ip_address: string | null;
    user_agent: string | null;
    user_id: string;
};
export type Stay = {
    id: string;
    case_id: string;
    token: string;
    node: string;
    process_key: string;
    version: number;
    entered_at: string;
    due_at: string | null;
    left_at: string | null;
    /**
     * A stay in a stage; its `token` is the scope's.
     */
    is_stage: Generated<boolean>;
    /**
     * Who answers for the record there, where the stage says who.
     */
    owners: Generated<string[]>;
    /**
     * When the record had been there longer than the stage allows.
     */
    late_at: string | null;
};
export type Task = {
    id: string;
    case_id: string;
    key: string;
    node: string;
    kind: string;
    name: unknown;
    people: string[];
    assignee_id: string | null;
    stands_for: unknown;
    claimed_at: string | null;
    status: string;
    due_at: string | null;
    round: number;
    form: unknown;
    outcomes: unknown;
    opened_at: string;
    opened_seq: number;
    closed_at: string | null;
    close_reason: string | null;
    outcome: string | null;
};
export type TaskCandidate = {
    task_id: string;
    person_id: string;
    stands_for: string | null;
    open: Generated<boolean>;
};
export type Territory = {
    id: Generated<string>;
    name: string;
    parent_id: string | null;
    note: string | null;
    number: string;
    owner_id: string;
    department_id: string;
    custom: Generated<unknown>;
    tokens: string[];
    version: Generated<number>;
    created_at: Generated<string>;
    created_by: string | null;
    updated_at: Generated<string>;
    updated_by: string | null;
    deleted_at: string | null;
};
export type TerritoryMember = {
    id: Generated<string>;
    position: number;
    territory_id: string;
    person_id: string;
};
export type TwoFactor = {
    id: Generated<string>;
    secret: string;
    backup_codes: string;
    user_id: string;
    verified: Generated<boolean | null>;
    failed_verification_count: Generated<number | null>;
    locked_until: string | null;
};
export type User = {
    id: Generated<string>;
    name: string;
    email: string;
    email_verified: Generated<boolean>;
    image: string | null;
    created_at: Generated<string>;
    updated_at: Generated<string>;
    two_factor_enabled: Generated<boolean | null>;
};
export type Verification = {
    id: Generated<string>;
    identifier: string;
    value: string;
    expires_at: string;
    created_at: Generated<string>;
    updated_at: Generated<string>;
};
export type WhatIf = {
    id: string;
    process_key: string;
    definition: unknown;
    hash: string;
    from_at: string;
    until_at: string;
    seed: string;
    assumptions: unknown;
    status: string;
    /**
     * How many are run over; null until they are counted.
     */
    cases: number | null;
    /**
     * How many were closed in the period.
     */
    closed: number | null;
    done: Generated<number>;
    summary: unknown | null;
    person_id: string;
    started_at: string;
    ended_at: string | null;
    /**
     * Whoever works on it says so again and again; one that says nothing has ended with its server.
     */
    beat_at: string;
};
export type WhatIfCase = {
    what_if_id: string;
    place: number;
    case_id: string;
    kinds: string[];
    detail: unknown;
};
export type DB = {
    attachment: Attachment;
    audit: Audit;
    auth_account: Account;
    auth_apikey: Apikey;
    auth_rate_limit: RateLimit;
    auth_session: Session;
    auth_two_factor: TwoFactor;
    auth_user: User;
    auth_verification: Verification;
    bulk_act: BulkAct;
    bulk_act_case: BulkActCase;
    calendar: Calendar;
    case: Case;
    case_await: CaseAwait;
    case_created: CaseCreated;
    case_event: CaseEvent;
    case_inbox: CaseInbox;
    case_migration: CaseMigration;
    case_migration_case: CaseMigrationCase;
    case_watch: CaseWatch;
    command: Command;
    contact: Contact;
    cost_override: CostOverride;
    cost_sheet: CostSheet;
    cost_sheet_line: CostSheetLine;
    cost_signature: CostSignature;
    costing: Costing;
    customer: Customer;
    decision: Decision;
    department: Department;
    effect: Effect;
    fan_out: FanOut;
    field: Field;
    field_revision: FieldRevision;
    field_value: FieldValue;
    heard: Heard;
    import_row: ImportRow;
    import_run: ImportRun;
    incident: Incident;
    install: Install;
    layout: Layout;
    mail_outbox: MailOutbox;
    milestone: Milestone;
    notice: Notice;
    number_series: NumberSeries;
    outbox: Outbox;
    person: Person;
    pick_turn: PickTurn;
    price_book: PriceBook;
    price_book_entry: PriceBookEntry;
    process: Process;
    process_draft: ProcessDraft;
    process_rollback: ProcessRollback;
    process_version: ProcessVersion;
    product: Product;
    quote: Quote;
    quote_line: QuoteLine;
    quote_terms: QuoteTerms;
    record_lock: RecordLock;
    role: Role;
    sales_order: SalesOrder;
    sales_order_line: SalesOrderLine;
    schedule: Schedule;
    schedule_firing: ScheduleFiring;
    stay: Stay;
    task: Task;
    task_candidate: TaskCandidate;
    territory: Territory;
    territory_member: TerritoryMember;
    what_if: WhatIf;
    what_if_case: WhatIfCase;
};
