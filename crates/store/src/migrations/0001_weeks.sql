-- The portable subset: BIGINT, DOUBLE PRECISION, BOOLEAN, BYTEA, and {text}: the driver writes what compares by bytes there
-- (TEXT, which in PostgreSQL is sorted by the server's language unless told otherwise).
-- Instants are UTC microseconds. NOT NULL is said aloud, of keys too: SQLite takes NULL in a primary key.

CREATE TABLE week (
  slug {text} NOT NULL,
  revision BIGINT NOT NULL,
  created_at BIGINT NOT NULL,
  PRIMARY KEY (slug)
);

-- One row at most, so that there cannot be two current weeks.
CREATE TABLE current_week (
  single BIGINT NOT NULL CHECK (single = 1),
  week {text} NOT NULL REFERENCES week (slug),
  PRIMARY KEY (single)
);

-- The draft: one table a kind of record, one column a field, named as the field is.

CREATE TABLE draft_week (
  week {text} NOT NULL REFERENCES week (slug),
  key {text} NOT NULL,
  position BIGINT NOT NULL,
  source_file {text},
  source_spot {text},
  title_zh {text},
  title_en {text},
  title_stale {text},
  theme_zh {text},
  theme_en {text},
  theme_stale {text},
  threads_zh {text},
  threads_en {text},
  organiser_zh {text},
  organiser_en {text},
  organiser_stale {text},
  city_zh {text},
  city_en {text},
  city_stale {text},
  district_zh {text},
  district_en {text},
  district_stale {text},
  country {text},
  site {text},
  zone {text},
  first_day {text},
  last_day {text},
  announced_on {text},
  road_speed_kmh DOUBLE PRECISION,
  road_detour DOUBLE PRECISION,
  PRIMARY KEY (week, key)
);

CREATE TABLE draft_chain (
  week {text} NOT NULL REFERENCES week (slug),
  key {text} NOT NULL,
  position BIGINT NOT NULL,
  source_file {text},
  source_spot {text},
  name_zh {text},
  name_en {text},
  name_stale {text},
  glyph {text},
  origin {text},
  PRIMARY KEY (week, key)
);

CREATE TABLE draft_venue (
  week {text} NOT NULL REFERENCES week (slug),
  key {text} NOT NULL,
  position BIGINT NOT NULL,
  source_file {text},
  source_spot {text},
  name_zh {text},
  name_en {text},
  name_stale {text},
  kind {text},
  address_zh {text},
  address_en {text},
  address_stale {text},
  longitude DOUBLE PRECISION,
  latitude DOUBLE PRECISION,
  datum {text},
  capacity BIGINT,
  hours {text},
  origin {text},
  details_origin {text},
  PRIMARY KEY (week, key)
);

CREATE TABLE draft_room (
  week {text} NOT NULL REFERENCES week (slug),
  key {text} NOT NULL,
  position BIGINT NOT NULL,
  source_file {text},
  source_spot {text},
  venue {text},
  name_zh {text},
  name_en {text},
  name_stale {text},
  seats BIGINT,
  hours {text},
  equipment {text},
  step_free BOOLEAN,
  guid {text},
  PRIMARY KEY (week, key)
);

CREATE TABLE draft_road (
  week {text} NOT NULL REFERENCES week (slug),
  key {text} NOT NULL,
  position BIGINT NOT NULL,
  source_file {text},
  source_spot {text},
  "from" {text},
  "to" {text},
  minutes BIGINT,
  PRIMARY KEY (week, key)
);

CREATE TABLE draft_host (
  week {text} NOT NULL REFERENCES week (slug),
  key {text} NOT NULL,
  position BIGINT NOT NULL,
  source_file {text},
  source_spot {text},
  name_zh {text},
  name_en {text},
  name_stale {text},
  kind {text},
  origin {text},
  PRIMARY KEY (week, key)
);

CREATE TABLE draft_person (
  week {text} NOT NULL REFERENCES week (slug),
  key {text} NOT NULL,
  position BIGINT NOT NULL,
  source_file {text},
  source_spot {text},
  name_zh {text},
  name_en {text},
  name_stale {text},
  organisation_zh {text},
  organisation_en {text},
  organisation_stale {text},
  position_zh {text},
  position_en {text},
  position_stale {text},
  biography_zh {text},
  biography_en {text},
  biography_stale {text},
  picture {text},
  guid {text},
  number BIGINT,
  origin {text},
  PRIMARY KEY (week, key)
);

CREATE TABLE draft_activity (
  week {text} NOT NULL REFERENCES week (slug),
  key {text} NOT NULL,
  position BIGINT NOT NULL,
  source_file {text},
  source_spot {text},
  title_zh {text},
  title_en {text},
  title_stale {text},
  summary_zh {text},
  summary_en {text},
  summary_stale {text},
  host {text},
  co_hosts {text},
  edition BIGINT,
  city_key BOOLEAN,
  partners {text},
  chain {text},
  kind {text},
  first_day {text},
  last_day {text},
  venue {text},
  origin {text},
  details_origin {text},
  key_origin {text},
  PRIMARY KEY (week, key)
);

CREATE TABLE draft_part (
  week {text} NOT NULL REFERENCES week (slug),
  key {text} NOT NULL,
  position BIGINT NOT NULL,
  source_file {text},
  source_spot {text},
  activity {text},
  kind {text},
  title_zh {text},
  title_en {text},
  title_stale {text},
  origin {text},
  PRIMARY KEY (week, key)
);

CREATE TABLE draft_session (
  week {text} NOT NULL REFERENCES week (slug),
  key {text} NOT NULL,
  position BIGINT NOT NULL,
  source_file {text},
  source_spot {text},
  activity {text},
  part {text},
  host {text},
  kind {text},
  title_zh {text},
  title_en {text},
  title_stale {text},
  subtitle_zh {text},
  subtitle_en {text},
  subtitle_stale {text},
  abstract_zh {text},
  abstract_en {text},
  abstract_stale {text},
  description_zh {text},
  description_en {text},
  description_stale {text},
  use {text},
  expected BIGINT,
  languages {text},
  interpretation {text},
  interpreters_needed BIGINT,
  speakers {text},
  chairs {text},
  guests {text},
  interpreters {text},
  equipment {text},
  access {text},
  link {text},
  "references" {text},
  origin {text},
  PRIMARY KEY (week, key)
);

CREATE TABLE draft_occurrence (
  week {text} NOT NULL REFERENCES week (slug),
  key {text} NOT NULL,
  position BIGINT NOT NULL,
  source_file {text},
  source_spot {text},
  session {text},
  number BIGINT,
  slug {text},
  start BIGINT,
  "end" BIGINT,
  room {text},
  venue {text},
  state {text},
  PRIMARY KEY (week, key)
);

CREATE TABLE draft_figure (
  week {text} NOT NULL REFERENCES week (slug),
  key {text} NOT NULL,
  position BIGINT NOT NULL,
  source_file {text},
  source_spot {text},
  name_zh {text},
  name_en {text},
  name_stale {text},
  definition_zh {text},
  definition_en {text},
  definition_stale {text},
  unit {text},
  announced BIGINT,
  hedge {text},
  as_of {text},
  computed_by {text},
  origin {text},
  PRIMARY KEY (week, key)
);

CREATE TABLE draft_project (
  week {text} NOT NULL REFERENCES week (slug),
  key {text} NOT NULL,
  position BIGINT NOT NULL,
  source_file {text},
  source_spot {text},
  name_zh {text},
  name_en {text},
  name_stale {text},
  stage {text},
  amount_fen BIGINT,
  chain {text},
  country {text},
  signed_on {text},
  origin {text},
  PRIMARY KEY (week, key)
);

CREATE TABLE draft_point (
  week {text} NOT NULL REFERENCES week (slug),
  key {text} NOT NULL,
  position BIGINT NOT NULL,
  source_file {text},
  source_spot {text},
  name_zh {text},
  name_en {text},
  name_stale {text},
  venue {text},
  hours {text},
  origin {text},
  PRIMARY KEY (week, key)
);

CREATE TABLE draft_exhibit (
  week {text} NOT NULL REFERENCES week (slug),
  key {text} NOT NULL,
  position BIGINT NOT NULL,
  source_file {text},
  source_spot {text},
  name_zh {text},
  name_en {text},
  name_stale {text},
  chain {text},
  point {text},
  exhibitor_zh {text},
  exhibitor_en {text},
  exhibitor_stale {text},
  origin {text},
  PRIMARY KEY (week, key)
);

CREATE TABLE draft_checkpoint (
  week {text} NOT NULL REFERENCES week (slug),
  key {text} NOT NULL,
  position BIGINT NOT NULL,
  source_file {text},
  source_spot {text},
  name_zh {text},
  name_en {text},
  name_stale {text},
  place_zh {text},
  place_en {text},
  place_stale {text},
  venue {text},
  hours {text},
  origin {text},
  PRIMARY KEY (week, key)
);

-- What each source said the last time: `said` is a JSON object by the fields' names.

CREATE TABLE imported_source (
  week {text} NOT NULL REFERENCES week (slug),
  source {text} NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (week, source)
);

CREATE TABLE imported_record (
  week {text} NOT NULL,
  source {text} NOT NULL,
  kind {text} NOT NULL,
  key {text} NOT NULL,
  said {text} NOT NULL,
  PRIMARY KEY (week, source, kind, key),
  FOREIGN KEY (week, source) REFERENCES imported_source (week, source)
);

-- `before` and `after` are JSON; without a field, that of the whole record.
CREATE TABLE journal (
  week {text} NOT NULL REFERENCES week (slug),
  revision BIGINT NOT NULL,
  ordinal BIGINT NOT NULL,
  at BIGINT NOT NULL,
  actor {text} NOT NULL,
  why {text} NOT NULL,
  kind {text} NOT NULL,
  key {text} NOT NULL,
  field {text},
  before {text} NOT NULL,
  after {text} NOT NULL,
  PRIMARY KEY (week, revision, ordinal)
);

-- For the journal of one record.
CREATE INDEX journal_record ON journal (week, kind, key, revision, ordinal);

CREATE TABLE released (
  week {text} NOT NULL REFERENCES week (slug),
  number BIGINT NOT NULL CHECK (number > 0),
  at BIGINT NOT NULL,
  actor {text} NOT NULL,
  reason {text} NOT NULL,
  revision BIGINT NOT NULL,
  rolled_back_to BIGINT,
  PRIMARY KEY (week, number),
  FOREIGN KEY (week, rolled_back_to) REFERENCES released (week, number)
);

-- Apart from its release, so that a list of releases does not read it.
CREATE TABLE released_body (
  week {text} NOT NULL,
  number BIGINT NOT NULL,
  frozen BYTEA NOT NULL,
  PRIMARY KEY (week, number),
  FOREIGN KEY (week, number) REFERENCES released (week, number)
);

CREATE TABLE outbox (
  id {text} NOT NULL,
  kind {text} NOT NULL,
  body {text} NOT NULL,
  created_at BIGINT NOT NULL,
  due_at BIGINT NOT NULL,
  attempts BIGINT NOT NULL,
  holder {text},
  leased_until BIGINT,
  last_error {text},
  dead_at BIGINT,
  PRIMARY KEY (id)
);

-- For the claim: what is due first, of what was not given up.
CREATE INDEX outbox_due ON outbox (due_at, id) WHERE dead_at IS NULL;

CREATE TABLE upload (
  week {text} NOT NULL REFERENCES week (slug),
  hash {text} NOT NULL,
  media_type {text} NOT NULL,
  bytes BIGINT NOT NULL,
  width BIGINT,
  height BIGINT,
  name {text} NOT NULL,
  at BIGINT NOT NULL,
  actor {text} NOT NULL,
  PRIMARY KEY (week, hash)
);
